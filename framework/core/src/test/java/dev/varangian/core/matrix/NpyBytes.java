package dev.varangian.core.matrix;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** NumPy files as numpy.lib.format defines them, and broken ones. */
final class NpyBytes {
  private NpyBytes() {}

  /** A file whose header and numbers need not agree. */
  static byte[] of(int version, String header, byte[] numbers) {
    byte[] text = (header + "\n").getBytes(StandardCharsets.UTF_8);
    ByteBuffer size = ByteBuffer.allocate(version == 1 ? 2 : 4).order(ByteOrder.LITTLE_ENDIAN);
    if (version == 1) {
      size.putShort((short) text.length);
    } else {
      size.putInt(text.length);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(NpyReader.MAGIC);
    out.write(version);
    out.write(0);
    out.writeBytes(size.array());
    out.writeBytes(text);
    out.writeBytes(numbers);
    return out.toByteArray();
  }

  static String header(String type, boolean columnsFirst, String shape) {
    return "{'descr': '"
        + type
        + "', 'fortran_order': "
        + (columnsFirst ? "True" : "False")
        + ", 'shape': ("
        + shape
        + "), }";
  }

  static byte[] numbers(String type, double... values) {
    ByteBuffer out =
        ByteBuffer.allocate(values.length * 8)
            .order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      if (type.endsWith("4")) {
        out.putFloat((float) value);
      } else {
        out.putDouble(value);
      }
    }
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }
}
