package dev.varangian.core.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes a vector of floats in NumPy's format: format 1.0, {@code '<f4'}, shape {@code (d,)}.
 *
 * <p>Source: numpy.lib.format.
 */
public final class NpyWriter {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;
  private static final int CHUNK = 1 << 14;

  private NpyWriter() {}

  /** Writes header and values. */
  public static void write(float[] values, OutputStream out) throws IOException {
    out.write(header(values.length));
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < values.length; from += CHUNK) {
      int count = Math.min(CHUNK, values.length - from);
      chunk.asFloatBuffer().put(values, from, count);
      out.write(chunk.array(), 0, count * Float.BYTES);
    }
  }

  /** Its length is a multiple of 64, so that the values can be memory-mapped. */
  private static byte[] header(int length) {
    String description = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + length + ",), }";
    int fixed = MAGIC.length + Short.BYTES;
    int unpadded = fixed + description.length() + 1;
    int total = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    String padded = description + " ".repeat(total - unpadded) + "\n";
    return ByteBuffer.allocate(total)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) (total - fixed))
        .put(padded.getBytes(StandardCharsets.US_ASCII))
        .array();
  }
}
