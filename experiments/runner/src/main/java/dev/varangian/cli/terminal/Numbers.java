package dev.varangian.cli.terminal;

import dev.varangian.core.catalogue.parameter.Numerals;
import dev.varangian.core.file.FloatText;
import java.util.ArrayList;
import java.util.List;

/** Numbers of the command line, and numbers printed to standard output. */
public final class Numbers {
  private Numbers() {}

  /**
   * The whole number given to an option.
   *
   * @throws UserErrorException if it is none, or not from {@code min} to {@code max}
   */
  public static int whole(String option, String text, int min, int max) {
    try {
      return (int) Numerals.whole(text, min, max);
    } catch (NumberFormatException e) {
      throw new UserErrorException(
          option
              + ": expected a whole number "
              + (max == Integer.MAX_VALUE ? "of at least " + min : "from " + min + " to " + max)
              + ", not "
              + (Numerals.isWhole(text) ? text : '"' + text + '"'));
    }
  }

  /**
   * The number given to an option, as a double.
   *
   * @throws UserErrorException if it is none, or too large
   */
  public static double decimal(String option, String text) {
    try {
      return Numerals.decimal(text);
    } catch (NumberFormatException e) {
      throw new UserErrorException(option + ": expected a number, not \"" + text + '"');
    }
  }

  /** Whether none is NaN or infinite. */
  public static boolean areFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /** Floats as a line of comma-separated values, NaN and infinities by these names. */
  public static String csv(float[] values) {
    List<String> cells = new ArrayList<>(values.length);
    for (float value : values) {
      cells.add(Float.isFinite(value) ? FloatText.of(value) : Float.toString(value));
    }
    return String.join(",", cells);
  }

  /** Floats as a JSON array; {@code null} for what is not finite. */
  public static String json(float[] values) {
    List<String> cells = new ArrayList<>(values.length);
    for (float value : values) {
      cells.add(Float.isFinite(value) ? FloatText.of(value) : "null");
    }
    return array(cells);
  }

  /** Doubles as a JSON array, with all digits; {@code null} for what is not finite. */
  public static String json(double[] values) {
    List<String> cells = new ArrayList<>(values.length);
    for (double value : values) {
      cells.add(json(value));
    }
    return array(cells);
  }

  /** A double as JSON, with all digits; {@code null} if it is not finite. */
  public static String json(double value) {
    return Double.isFinite(value) ? Numerals.text(value) : "null";
  }

  /** JSON texts as one JSON array. */
  public static String array(List<String> values) {
    return "[" + String.join(", ", values) + "]";
  }
}
