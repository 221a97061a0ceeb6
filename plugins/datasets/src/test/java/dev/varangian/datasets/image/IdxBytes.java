package dev.varangian.datasets.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** The bytes of IDX files, sound and otherwise. */
final class IdxBytes {
  private IdxBytes() {}

  /** A header with these dimensions. */
  static byte[] header(int type, int... dimensions) {
    ByteBuffer header = ByteBuffer.allocate(4 + 4 * dimensions.length);
    header.putShort((short) 0).put((byte) type).put((byte) dimensions.length);
    for (int dimension : dimensions) {
      header.putInt(dimension);
    }
    return header.array();
  }

  /** A whole file of unsigned bytes: value number i is i mod 256. */
  static byte[] counting(int... dimensions) {
    int size = 1;
    for (int dimension : dimensions) {
      size *= dimension;
    }
    byte[] values = new byte[size];
    for (int i = 0; i < size; i++) {
      values[i] = (byte) i;
    }
    return join(header(0x08, dimensions), values);
  }

  /** A file of labels. */
  static byte[] labels(int... labels) {
    byte[] values = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      values[i] = (byte) labels[i];
    }
    return join(header(0x08, labels.length), values);
  }

  static byte[] join(byte[] first, byte... second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }
}
