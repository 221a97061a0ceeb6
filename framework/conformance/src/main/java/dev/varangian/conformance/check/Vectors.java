package dev.varangian.conformance.check;

import dev.varangian.core.file.FloatText;
import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.context.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Test vectors, and naive arithmetic on them. */
public final class Vectors {
  /** The number of coordinates shown in messages. */
  private static final int SHOWN = 4;

  private Vectors() {}

  /**
   * Returns vectors of different norms in no particular order. Their coordinates are multiples of
   * 1/1024 below about 64, so that adding an integer or multiplying by a power of two is exact.
   */
  public static float[][] usual(int n, int d) {
    return usual(n, d, 0);
  }

  /** Returns different values for each {@code variant}. */
  public static float[][] usual(int n, int d, int variant) {
    Randomness randomness = new Randomness(1000L * n + d, "conformance " + variant);
    float[][] rows = new float[n][d];
    for (int i = 0; i < n; i++) {
      Draws draws = randomness.at(i);
      for (int j = 0; j < d; j++) {
        rows[i][j] = Math.round(1024 * (1 + i * 7 % n / 2.0) * draws.gaussian(j)) / 1024f;
      }
    }
    return rows;
  }

  /** Returns the vectors with each coordinate multiplied by {@code factor}. */
  public static float[][] scaled(float[][] rows, float factor) {
    float[][] scaled = copy(rows);
    for (float[] row : scaled) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= factor;
      }
    }
    return scaled;
  }

  /** Returns a deep copy. */
  public static float[][] copy(float[][] rows) {
    return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
  }

  /** Returns the coordinates of a row. */
  public static float[] of(Row row) {
    float[] values = new float[row.length()];
    row.copy(0, values, 0, values.length);
    return values;
  }

  /** Returns these arrays as rows that may be read until {@code lease} ends. */
  public static List<Row> leased(float[][] rows, Lease lease) {
    return Arrays.stream(rows).<Row>map(row -> new NaiveRow(row, lease)).toList();
  }

  /** Returns the sum of {@code weights[i] * rows[i]}, accumulated in double. */
  public static float[] combined(double[] weights, float[][] rows, int d) {
    double[] sum = new double[d];
    for (int i = 0; i < rows.length; i++) {
      if (weights[i] == 0) {
        continue;
      }
      for (int j = 0; j < d; j++) {
        sum[j] += weights[i] * rows[i][j];
      }
    }
    float[] rounded = new float[d];
    for (int j = 0; j < d; j++) {
      rounded[j] = (float) sum[j];
    }
    return rounded;
  }

  /** Returns the largest absolute value. */
  public static float greatest(float[]... rows) {
    float greatest = 0;
    for (float[] row : rows) {
      for (float value : row) {
        greatest = Math.max(greatest, Math.abs(value));
      }
    }
    return greatest;
  }

  /** Returns the index of the first number that is not finite, or -1. */
  public static int notFinite(float[] values) {
    for (int j = 0; j < values.length; j++) {
      if (!Float.isFinite(values[j])) {
        return j;
      }
    }
    return -1;
  }

  /** Returns the first index at which two vectors differ by more than {@code tolerance}, or -1. */
  public static int apart(float[] a, float[] b, double tolerance) {
    for (int j = 0; j < a.length; j++) {
      // The negation is true for NaN too.
      if (!(Math.abs((double) a[j] - b[j]) <= tolerance)) {
        return j;
      }
    }
    return -1;
  }

  /** For instance {@code n = 3, d = 2, vectors [1 2] [0.5 3] [0 0]}; long vectors are truncated. */
  public static String text(float[][] rows) {
    List<String> texts = new ArrayList<>();
    for (float[] row : rows) {
      texts.add(text(row));
    }
    return "n = "
        + rows.length
        + ", d = "
        + rows[0].length
        + ", vectors "
        + String.join(" ", texts);
  }

  /** For instance {@code [1 2 0.5 0 …]}. */
  public static String text(float[] row) {
    List<String> texts = new ArrayList<>();
    for (int j = 0; j < Math.min(SHOWN, row.length); j++) {
      texts.add(text(row[j]));
    }
    return "[" + String.join(" ", texts) + (row.length > SHOWN ? " …]" : "]");
  }

  /** Returns one number as text; {@code NaN} and infinities by name. */
  public static String text(float value) {
    String text = Float.isFinite(value) ? FloatText.of(value) : Float.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
