package dev.varangian.cli.figure;

import dev.varangian.core.experiment.figure.Claim;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** What was measured of a claim, as text; accuracies are compared in percentage points. */
final class Measured {
  private Measured() {}

  /** One value, without the name of the measure. */
  static String of(Claim claim, double value) {
    if (claim.check() instanceof Claim.AtLeast) {
      return number(value);
    }
    return claim.check() instanceof Claim.NearFaultFree
        ? size(claim, value) + unit(claim) + side(value)
        : signed(value);
  }

  /** The smallest and the largest value, and the requirement; empty if there are no values. */
  static String range(Claim claim, List<Double> values) {
    if (values.isEmpty()) {
      return "";
    }
    double min = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double max = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    String name = claim.measure().label().replace('-', ' ') + " ";
    if (claim.check() instanceof Claim.NearFaultFree near) {
      return name
          + differences(claim, min, max)
          + " fault-free (allowed: "
          + plain(isAccuracy(claim) ? 100 * near.margin() : near.margin())
          + ")";
    }
    String range = joined(of(claim, min), of(claim, max));
    if (claim.check() instanceof Claim.Along along) {
      return name
          + "changes by "
          + range
          + " from one "
          + along.key()
          + " to the next (required: at "
          + (along.rising() ? "least " + plain(-along.margin()) : "most " + plain(along.margin()))
          + ")";
    }
    double least = ((Claim.AtLeast) claim.check()).value();
    return name + range + " (required: at least " + plain(least) + ")";
  }

  /** For instance {@code 0.4 to 2.0 points below}. */
  private static String differences(Claim claim, double min, double max) {
    if (side(min).equals(side(max))) {
      double near = min < 0 ? max : min;
      double far = min < 0 ? min : max;
      return joined(size(claim, near), size(claim, far)) + unit(claim) + side(min);
    }
    return of(claim, min) + " to " + of(claim, max);
  }

  private static String joined(String from, String to) {
    return from.equals(to) ? from : from + " to " + to;
  }

  private static String size(Claim claim, double difference) {
    return isAccuracy(claim)
        ? String.format(Locale.ROOT, "%.1f", Math.abs(100 * difference))
        : number(Math.abs(difference));
  }

  private static String unit(Claim claim) {
    return isAccuracy(claim) ? " points" : "";
  }

  private static String side(double difference) {
    return difference < 0 ? " below" : " above";
  }

  private static boolean isAccuracy(Claim claim) {
    return claim.measure() == Claim.Measure.LATE_ACCURACY;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.3f", value);
  }

  /** Without trailing zeros and without the last digits of rounding. */
  private static String plain(double value) {
    BigDecimal rounded = new BigDecimal(String.format(Locale.ROOT, "%.6f", value));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
