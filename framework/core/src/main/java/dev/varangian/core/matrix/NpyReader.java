package dev.varangian.core.matrix;

import dev.varangian.spi.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what follows the magic bytes of a NumPy array of two dimensions.
 *
 * <p>Source: numpy.lib.format.
 */
final class NpyReader {
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  private static final int LONGEST_HEADER = 1 << 16;
  private static final int CHUNK = 1 << 13;
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
    requireSize(before, width, shape);
    ByteOrder order = type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    boolean columnsFirst = match(ORDER, header).group(1).equals("True");
    return values(shape, width, order, columnsFirst);
  }

  private String type(String header) {
    Matcher matcher = match(TYPE, header);
    String type = matcher.group(1);
    if (type == null) {
      throw wrong("holds records, expected numbers of type float32 or float64");
    }
    if (!type.matches("[<>]f[48]")) {
      throw wrong("holds numbers of type " + type + ", expected float32 or float64 (<f4, <f8)");
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
      throw wrong("has a header that is none of NumPy's");
    }
    return matcher;
  }

  /** Before memory is taken for numbers that aren't there. */
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

  private float[][] values(int[] shape, int width, ByteOrder order, boolean columnsFirst)
      throws IOException {
    float[][] rows = new float[shape[0]][shape[1]];
    long count = (long) shape[0] * shape[1];
    int inner = columnsFirst ? shape[0] : shape[1];
    for (long from = 0; from < count; from += CHUNK) {
      int chunk = (int) Math.min(CHUNK, count - from);
      ByteBuffer bytes = ByteBuffer.wrap(exactly(chunk * width, "its numbers")).order(order);
      for (int i = 0; i < chunk; i++) {
        float value = width == Float.BYTES ? bytes.getFloat() : (float) bytes.getDouble();
        int major = (int) ((from + i) / inner);
        int minor = (int) ((from + i) % inner);
        if (columnsFirst) {
          rows[minor][major] = value;
        } else {
          rows[major][minor] = value;
        }
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
