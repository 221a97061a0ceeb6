package dev.varangian.datasets;

import dev.varangian.spi.ConfigurationException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The content of an IDX file of unsigned bytes: two zero bytes, the type 0x08, the number of
 * dimensions, each dimension as four bytes with the highest first, then the values in row-major
 * order. A file whose name ends in {@code .gz} is decompressed.
 */
final class Idx {
  private static final int UNSIGNED_BYTE = 0x08;
  private static final int GZIP = 0x1f8b;
  private static final int BUFFER = 1 << 16;

  /** What an array can hold. */
  private static final long MOST_VALUES = Integer.MAX_VALUE - 1024;

  private final Path path;
  private final long[] dimensions;
  private final byte[] values;

  private Idx(Path path, long[] dimensions, byte[] values) {
    this.path = path;
    this.dimensions = dimensions;
    this.values = values;
  }

  /**
   * Reads a file.
   *
   * @param rank the number of dimensions that it must have, at least 1
   * @throws ConfigurationException if it can't be read or is damaged, of another format, of another
   *     rank or empty
   */
  static Idx read(Path path, int rank) {
    try (InputStream in = open(path)) {
      long[] dimensions = readHeader(path, in, rank);
      return new Idx(path, dimensions, readValues(path, in, dimensions));
    } catch (EOFException e) {
      throw DataFile.wrong(path, "ends in the middle of its gzip data, expected a whole file");
    } catch (ZipException e) {
      throw DataFile.wrong(
          path, "has damaged gzip data (" + DataFile.reason(e) + "), expected a sound file");
    } catch (IOException e) {
      throw DataFile.unreadable(path, e);
    }
  }

  private static InputStream open(Path path) throws IOException {
    InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    if (!path.toString().endsWith(".gz")) {
      return file;
    }
    try {
      file.mark(2);
      byte[] start = file.readNBytes(2);
      if (start.length < 2 || ByteBuffer.wrap(start).getShort() != (short) GZIP) {
        throw DataFile.wrong(
            path, beginning(start) + ": it is not gzip-compressed, though its name ends in .gz");
      }
      file.reset();
      return new GZIPInputStream(file, BUFFER);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static long[] readHeader(Path path, InputStream in, int rank) throws IOException {
    byte[] magic = in.readNBytes(4);
    if (magic.length > 1 && ByteBuffer.wrap(magic).getShort() == (short) GZIP) {
      throw DataFile.wrong(path, "is gzip-compressed, expected a name that ends in .gz");
    }
    if (magic.length < 4 || magic[0] != 0 || magic[1] != 0) {
      throw DataFile.wrong(
          path, beginning(magic) + ", expected an IDX file: " + expectedMagic(rank));
    }
    if (magic[2] != UNSIGNED_BYTE) {
      throw DataFile.wrong(
          path,
          "holds values of IDX type 0x"
              + HexFormat.of().toHexDigits(magic[2])
              + ", expected 0x08, unsigned bytes");
    }
    if (magic[3] != rank) {
      throw DataFile.wrong(
          path, "has " + dimensions(magic[3] & 0xff) + ", expected " + rank + ": wrong file?");
    }
    byte[] header = in.readNBytes(4 * rank);
    if (header.length < 4 * rank) {
      throw DataFile.wrong(
          path,
          "ends in its header after "
              + (4 + header.length)
              + " bytes, expected a header of "
              + (4 + 4 * rank));
    }
    return toDimensions(path, ByteBuffer.wrap(header), rank);
  }

  private static long[] toDimensions(Path path, ByteBuffer header, int rank) {
    long[] announced = new long[rank];
    long size = 1;
    for (int i = 0; i < rank; i++) {
      announced[i] = header.getInt() & 0xffffffffL;
      if (announced[i] == 0) {
        throw DataFile.wrong(path, "holds nothing: its dimension " + (i + 1) + " is 0");
      }
      size = size > MOST_VALUES ? size : size * announced[i];
    }
    if (size > MOST_VALUES) {
      throw DataFile.wrong(
          path,
          "announces " + by(announced) + " values, expected at most " + MOST_VALUES + " in all");
    }
    return announced;
  }

  private static byte[] readValues(Path path, InputStream in, long[] dimensions)
      throws IOException {
    int size = (int) Arrays.stream(dimensions).reduce(1, Math::multiplyExact);
    // Takes memory only as bytes arrive, whatever the header announces.
    byte[] values = in.readNBytes(size);
    if (values.length < size) {
      throw DataFile.wrong(
          path,
          "ends after "
              + values.length
              + " values, expected the "
              + by(dimensions)
              + " that its header announces");
    }
    if (in.read() >= 0) {
      throw DataFile.wrong(
          path,
          "goes on after the "
              + by(dimensions)
              + " values that its header announces, expected its end");
    }
    return values;
  }

  /**
   * Checks the dimensions behind the first.
   *
   * @throws ConfigurationException if they are others
   */
  void requireEntries(long... expected) {
    long[] found = Arrays.copyOfRange(dimensions, 1, dimensions.length);
    if (!Arrays.equals(found, expected)) {
      throw DataFile.wrong(path, "has entries of " + by(found) + ", expected " + by(expected));
    }
  }

  /** Where it was read from. */
  Path path() {
    return path;
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
