package dev.varangian.conformance.check;

import dev.varangian.core.file.FloatText;
import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.context.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Vectors to try components with, and what is done with them in plain arithmetic. */
public final class Vectors {
  /** So few numbers of each vector are shown that one can work with them. */
  private static final int SHOWN = 4;

  private Vectors() {}

  /**
   * Vectors of different lengths in no order. Their coordinates are multiples of 1/1024 below 64 or
   * so, so that adding a whole number or multiplying by a power of two rounds nothing.
   */
  public static float[][] usual(int n, int d) {
    return usual(n, d, 0);
  }

  /** Others for each {@code variant}. */
  public static float[][] usual(int n, int d, int variant) {
    Randomness randomness = new Randomness(1000L * n + d, "conformance " + variant);
    float[][] rows = new float[n][d];
    for (int i = 0; i < n; i++) {
      Draws draws = randomness.at(0, i);
      for (int j = 0; j < d; j++) {
        rows[i][j] = Math.round(1024 * (1 + i * 7 % n / 2.0) * draws.gaussian(j)) / 1024f;
      }
    }
    return rows;
  }

  /** Each coordinate times {@code factor}. */
  public static float[][] scaled(float[][] rows, float factor) {
    float[][] scaled = copy(rows);
    for (float[] row : scaled) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= factor;
      }
    }
    return scaled;
  }

  /** Other arrays with the same numbers. */
  public static float[][] copy(float[][] rows) {
    return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
  }

  /** The numbers of a row. */
  public static float[] of(Row row) {
    float[] values = new float[row.length()];
    row.copy(0, values, 0, values.length);
    return values;
  }

  /** These arrays as rows that may be read as long as {@code lease} runs. */
  public static List<Row> leased(float[][] rows, Lease lease) {
    return Arrays.stream(rows).<Row>map(row -> new NaiveRow(row, lease)).toList();
  }

  /** The sum of {@code weights[i]} times {@code rows[i]}, added up in double. */
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

  /** The greatest magnitude among the numbers. */
  public static float greatest(float[]... rows) {
    float greatest = 0;
    for (float[] row : rows) {
      for (float value : row) {
        greatest = Math.max(greatest, Math.abs(value));
      }
    }
    return greatest;
  }

  /** The first place of a number that is not finite; -1 if all are. */
  public static int notFinite(float[] values) {
    for (int j = 0; j < values.length; j++) {
      if (!Float.isFinite(values[j])) {
        return j;
      }
    }
    return -1;
  }

  /** The first place where two vectors differ by more than {@code tolerance}; -1 if nowhere. */
  public static int apart(float[] a, float[] b, double tolerance) {
    for (int j = 0; j < a.length; j++) {
      // The negation is true for NaN too.
      if (!(Math.abs((double) a[j] - b[j]) <= tolerance)) {
        return j;
      }
    }
    return -1;
  }

  /** For instance {@code n = 3, d = 2, vectors [1 2] [0.5 3] [0 0]}; long vectors are cut. */
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

  /** One number, {@code NaN} and infinities by these names. */
  public static String text(float value) {
    String text = Float.isFinite(value) ? FloatText.of(value) : Float.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
