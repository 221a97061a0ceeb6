package dev.varangian.core.catalogue.parameter;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Parses and formats numbers in experiment files, the same on every JDK. */
public final class Numerals {
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private static final int LONGEST_PLAIN = 21;
  private static final int MOST_LEADING_ZEROS = 6;

  private Numerals() {}

  /** Returns whether {@code text} is a number of any size. */
  public static boolean isNumber(String text) {
    return DECIMAL.matcher(text).matches();
  }

  /**
   * Returns whether {@code text} is a whole number of any size, without decimal point or exponent.
   */
  public static boolean isWhole(String text) {
    return WHOLE.matcher(text).matches();
  }

  /**
   * Parses a whole number.
   *
   * @throws NumberFormatException if it is not a whole number from {@code min} to {@code max}
   */
  public static long whole(String text, long min, long max) {
    if (!WHOLE.matcher(text).matches()) {
      throw new NumberFormatException(text);
    }
    BigInteger number = new BigInteger(text);
    if (number.compareTo(BigInteger.valueOf(min)) < 0
        || number.compareTo(BigInteger.valueOf(max)) > 0) {
      throw new NumberFormatException(text);
    }
    return number.longValue();
  }

  /**
   * Parses the nearest double; never NaN, infinite or negative zero.
   *
   * @throws NumberFormatException if it is not a number or is too large
   */
  public static double decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new NumberFormatException(text);
    }
    double number = Double.parseDouble(text);
    if (Double.isInfinite(number)) {
      throw new NumberFormatException(text);
    }
    return number == 0 ? 0 : number;
  }

  /**
   * Formats a number with the fewest digits that parse to the same double, for instance {@code 1},
   * {@code 0.001} or {@code 1.0e-12}.
   *
   * @throws NumberFormatException if it is not finite
   */
  public static String text(double number) {
    // Not Double.toString, whose digits differ between JDK 17 and later versions.
    BigDecimal shortest = new BigDecimal(NumberOutput.toString(number, true));
    return shortest.signum() == 0 ? "0" : written(shortest.stripTrailingZeros());
  }

  private static String written(BigDecimal number) {
    int exponent = number.precision() - number.scale() - 1;
    if (exponent < LONGEST_PLAIN && exponent >= -MOST_LEADING_ZEROS) {
      return number.toPlainString();
    }
    // With a decimal point and a sign: YAML 1.1 reads 1e-12 as a string.
    String digits = number.unscaledValue().abs().toString();
    return (number.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + '.'
        + (digits.length() > 1 ? digits.substring(1) : "0")
        + (exponent < 0 ? "e-" : "e+")
        + Math.abs(exponent);
  }
}
