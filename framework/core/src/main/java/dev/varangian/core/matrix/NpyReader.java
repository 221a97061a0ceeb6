package dev.varangian.core.matrix;

import dev.varangian.spi.context.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a two-dimensional NumPy array after its magic bytes.
 *
 * <p>Source: numpy.lib.format.
 */
final class NpyReader {
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  private static final int LONGEST_HEADER = 1 << 16;
  private static final int BLOCK = 1 << 16;
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*(?:'([^']*)'|(\\[))");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, L]*)\\)");

  private final Path file;
  private final InputStream in;

  NpyReader(Path file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  float[][] read() throws IOException {
    byte[] version = exactly(2, "its version");
    boolean wide = version[0] > 1;
    if (version[0] < 1 || version[0] > 3) {
      throw wrong("is in version " + version[0] + " of NumPy's format, expected 1 to 3");
    }
    ByteBuffer size =
        ByteBuffer.wrap(exactly(wide ? Integer.BYTES : Short.BYTES, "its header"))
            .order(ByteOrder.LITTLE_ENDIAN);
    int length = wide ? size.getInt() : Short.toUnsignedInt(size.getShort());
    if (length < 0 || length > LONGEST_HEADER) {
      throw wrong("has a header of " + Integer.toUnsignedString(length) + " bytes");
    }
    String header = new String(exactly(length, "its header"), StandardCharsets.UTF_8);
    String type = type(header);
    int[] shape = shape(header);
    int width = type.endsWith("8") ? Double.BYTES : Float.BYTES;
    long before = MAGIC.length + 2L + size.capacity() + length;
    ByteOrder order = type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    requireSize(before, width, shape);
    float[][] blocks = blocks(shape, width, order);
    boolean columnsFirst = match(ORDER, header).group(1).equals("True");
    return rows(blocks, shape, columnsFirst);
  }

  private String type(String header) {
    Matcher matcher = match(TYPE, header);
    String type = matcher.group(1);
    if (type == null) {
      throw wrong("contains records, expected numbers of type float32 or float64");
    }
    if (!type.matches("[<>]f[48]")) {
      throw wrong("contains numbers of type " + type + ", expected float32 or float64 (<f4, <f8)");
    }
    return type;
  }

  private int[] shape(String header) {
    String text = match(SHAPE, header).group(1).replace("L", "").replace(" ", "");
    String[] sizes = text.isEmpty() ? new String[0] : text.split(",");
    if (sizes.length != 2) {
      throw wrong(
          "has the shape ("
              + String.join(", ", sizes)
              + (sizes.length == 1 ? "," : "")
              + "), expected two dimensions: a vector in each row");
    }
    int[] shape = new int[2];
    for (int i = 0; i < 2; i++) {
      try {
        shape[i] = Integer.parseInt(sizes[i]);
      } catch (NumberFormatException e) {
        throw wrong("has the shape (" + String.join(", ", sizes) + "), which is too large");
      }
    }
    if (shape[0] == 0 || shape[1] == 0) {
      throw wrong("is empty: its shape is (" + shape[0] + ", " + shape[1] + ")");
    }
    return shape;
  }

  private Matcher match(Pattern pattern, String header) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw wrong("has an invalid header");
    }
    return matcher;
  }

  /** Before memory is allocated for missing numbers. */
  private void requireSize(long before, int width, int[] shape) throws IOException {
    if (Files.isRegularFile(file)) {
      double expected = (double) shape[0] * shape[1] * width;
      long actual = Files.size(file) - before;
      if (actual != expected) {
        throw wrong(
            "has "
                + actual
                + " bytes of numbers, expected "
                + shape[0]
                + " x "
                + shape[1]
                + " x "
                + width);
      }
    }
  }

  /**
   * Reads the numbers in blocks of {@link #BLOCK}: the length of a pipe is unknown, and memory is
   * allocated only for numbers that arrive.
   */
  private float[][] blocks(int[] shape, int width, ByteOrder order) throws IOException {
    long expected = (long) shape[0] * shape[1];
    List<float[]> blocks = new ArrayList<>();
    for (long from = 0; from < expected; from += BLOCK) {
      int count = (int) Math.min(BLOCK, expected - from);
      byte[] bytes = in.readNBytes(count * width);
      if (bytes.length < count * width) {
        throw wrong(
            "ends after "
                + (from + bytes.length / width)
                + " numbers, expected "
                + shape[0]
                + " x "
                + shape[1]);
      }
      blocks.add(floats(ByteBuffer.wrap(bytes).order(order), count, width));
    }
    if (in.read() >= 0) {
      throw wrong("continues after the " + shape[0] + " x " + shape[1] + " numbers of its shape");
    }
    return blocks.toArray(float[][]::new);
  }

  private static float[] floats(ByteBuffer bytes, int count, int width) {
    float[] block = new float[count];
    for (int i = 0; i < count; i++) {
      block[i] = width == Float.BYTES ? bytes.getFloat() : (float) bytes.getDouble();
    }
    return block;
  }

  private static float[][] rows(float[][] blocks, int[] shape, boolean columnsFirst) {
    float[][] rows = new float[shape[0]][shape[1]];
    for (int row = 0; row < shape[0]; row++) {
      for (int column = 0; column < shape[1]; column++) {
        long at = columnsFirst ? (long) column * shape[0] + row : (long) row * shape[1] + column;
        rows[row][column] = blocks[(int) (at / BLOCK)][(int) (at % BLOCK)];
      }
    }
    return rows;
  }

  private byte[] exactly(int count, String what) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw wrong("ends in the middle of " + what);
    }
    return bytes;
  }

  private ConfigurationException wrong(String what) {
    return new ConfigurationException(file + ": " + what);
  }
}
