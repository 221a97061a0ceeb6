package dev.varangian.cli.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * A cell of a table.
 *
 * @param text what the reader sees
 * @param number whether it is a number
 * @param exact the number with all digits; empty if the text has them all
 * @param tooltip empty for none
 */
record Cell(String text, boolean number, String exact, String tooltip) {
  private static final MathContext SHOWN = new MathContext(4);

  /** The cell of a value that there is not. */
  static final Cell NONE = text("–");

  static Cell text(String text) {
    return new Cell(text, false, "", "");
  }

  /** A number rounded for reading. */
  static Cell number(String exact) {
    return exact.isEmpty() ? NONE : new Cell(rounded(exact), true, exact, "");
  }

  /** A count of cases as a percentage, with the count as its tooltip. */
  static Cell share(long counted, long cases) {
    return cases == 0
        ? NONE
        : new Cell(percentage(counted, cases), true, "", counted + " of " + cases);
  }

  /** Rounded to a tenth, but 0 % only if none and 100 % only if all are counted. */
  static String percentage(long counted, long cases) {
    if (counted == 0 || counted == cases) {
      return counted == 0 ? "0 %" : "100 %";
    }
    double percents = Math.max(0.1, Math.min(99.9, 100.0 * counted / cases));
    return String.format(Locale.ROOT, "%.1f %%", percents);
  }

  /** Four significant digits; whole numbers and other texts stay as they are. */
  static String rounded(String number) {
    if (number.matches("-?[0-9]+")) {
      return number;
    }
    BigDecimal value;
    try {
      value = new BigDecimal(number).round(SHOWN);
    } catch (NumberFormatException e) {
      return number;
    }
    int exponent = value.precision() - value.scale() - 1;
    return value.signum() == 0 || (exponent >= -4 && exponent < 6)
        ? value.toPlainString()
        : String.format(Locale.ROOT, "%.3e", value);
  }
}
