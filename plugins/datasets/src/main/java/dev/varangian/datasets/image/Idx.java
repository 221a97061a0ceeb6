package dev.varangian.datasets.image;

import dev.varangian.spi.data.FoundFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The content of an IDX file of unsigned bytes: two zero bytes, the type 0x08, the number of
 * dimensions, each dimension as four bytes with the highest first, then the values in row-major
 * order.
 */
public final class Idx {
  private static final int UNSIGNED_BYTE = 0x08;

  /** The maximum length of an array. */
  private static final long MOST_VALUES = Integer.MAX_VALUE - 1024;

  private final FoundFile file;
  private final long[] dimensions;
  private final byte[] values;

  private Idx(FoundFile file, long[] dimensions, byte[] values) {
    this.file = file;
    this.dimensions = dimensions;
    this.values = values;
  }

  /**
   * Reads a file.
   *
   * @param rank the number of dimensions that it must have, at least 1
   * @throws dev.varangian.spi.context.ConfigurationException if it cannot be read, is damaged or
   *     empty, or has another format or rank
   */
  static Idx read(FoundFile file, int rank) {
    return file.read(
        in -> {
          long[] dimensions = readHeader(file, in, rank);
          return new Idx(file, dimensions, readValues(file, in, dimensions));
        });
  }

  private static long[] readHeader(FoundFile file, InputStream in, int rank) throws IOException {
    byte[] magic = in.readNBytes(4);
    if (magic.length < 4 || magic[0] != 0 || magic[1] != 0) {
      throw file.wrong(beginning(magic) + ", expected an IDX file: " + expectedMagic(rank));
    }
    if (magic[2] != UNSIGNED_BYTE) {
      throw file.wrong(
          "contains values of IDX type 0x"
              + HexFormat.of().toHexDigits(magic[2])
              + ", expected 0x08, unsigned bytes");
    }
    if (magic[3] != rank) {
      throw file.wrong(
          "has " + dimensions(magic[3] & 0xff) + ", expected " + rank + ": wrong file?");
    }
    byte[] header = in.readNBytes(4 * rank);
    if (header.length < 4 * rank) {
      throw file.wrong(
          "ends within its header after "
              + (4 + header.length)
              + " bytes, expected a header of "
              + (4 + 4 * rank));
    }
    return toDimensions(file, ByteBuffer.wrap(header), rank);
  }

  private static long[] toDimensions(FoundFile file, ByteBuffer header, int rank) {
    long[] announced = new long[rank];
    long size = 1;
    for (int i = 0; i < rank; i++) {
      announced[i] = header.getInt() & 0xffffffffL;
      if (announced[i] == 0) {
        throw file.wrong("is empty: its dimension " + (i + 1) + " is 0");
      }
      size = size > MOST_VALUES ? size : size * announced[i];
    }
    if (size > MOST_VALUES) {
      throw file.wrong(
          "declares " + by(announced) + " values, expected at most " + MOST_VALUES + " in all");
    }
    return announced;
  }

  private static byte[] readValues(FoundFile file, InputStream in, long[] dimensions)
      throws IOException {
    int size = (int) Arrays.stream(dimensions).reduce(1, Math::multiplyExact);
    // Allocates memory as bytes arrive, whatever the header declares.
    byte[] values = in.readNBytes(size);
    if (values.length < size) {
      throw file.wrong(
          "ends after "
              + values.length
              + " values, expected the "
              + by(dimensions)
              + " that its header declares");
    }
    if (in.read() >= 0) {
      throw file.wrong(
          "continues after the "
              + by(dimensions)
              + " values that its header declares, expected its end");
    }
    return values;
  }

  /**
   * Checks all dimensions except the first.
   *
   * @throws dev.varangian.spi.context.ConfigurationException if they differ
   */
  void requireEntries(long... expected) {
    long[] found = Arrays.copyOfRange(dimensions, 1, dimensions.length);
    if (!Arrays.equals(found, expected)) {
      throw file.wrong("has entries of " + by(found) + ", expected " + by(expected));
    }
  }

  /** The first dimension; at least 1. */
  int count() {
    return (int) dimensions[0];
  }

  /** The values in row-major order; not a copy. */
  byte[] values() {
    return values;
  }

  private static String beginning(byte[] start) {
    return start.length == 0
        ? "is empty"
        : "begins with the bytes " + HexFormat.ofDelimiter(" ").formatHex(start);
  }

  private static String expectedMagic(int rank) {
    return "00 00 08 " + HexFormat.of().toHexDigits((byte) rank);
  }

  private static String dimensions(int rank) {
    return rank + (rank == 1 ? " dimension" : " dimensions");
  }

  private static String by(long[] dimensions) {
    StringBuilder text = new StringBuilder();
    for (long dimension : dimensions) {
      text.append(text.isEmpty() ? "" : "x").append(dimension);
    }
    return text.toString();
  }
}
