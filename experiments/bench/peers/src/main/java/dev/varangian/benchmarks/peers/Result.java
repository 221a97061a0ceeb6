package dev.varangian.benchmarks.peers;

import dev.varangian.bench.Spread;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A row of the table with what was measured.
 *
 * @param ours the times of the side that is judged, in milliseconds
 * @param others those of the others, in the row's order
 */
record Result(Row row, Spread ours, List<Spread> others) {
  private static final String FORMAT = "%-40s %7s %22s %22s  %-10s %8s %7s  %s";

  /** The heading of the table. */
  static String heading() {
    return String.format(
        Locale.ROOT,
        FORMAT,
        "figure",
        "threads",
        "ms (least-greatest)",
        "divided by ms",
        "setting",
        "ratio",
        "goal",
        "");
  }

  private int fastest() {
    return IntStream.range(0, others.size())
        .boxed()
        .min(Comparator.comparingDouble(i -> others.get(i).median()))
        .orElseThrow();
  }

  /** How long ours takes, divided by the fastest of the others. */
  double ratio() {
    return ours.median() / others.get(fastest()).median();
  }

  /** Whether a kernel was not compiled as it must be. */
  boolean broken() {
    return ratio() > row.breaking();
  }

  /** A line of the table. */
  String line() {
    int best = fastest();
    boolean aimed = !Double.isNaN(row.goal());
    return String.format(
            Locale.ROOT,
            FORMAT,
            row.label(),
            row.ours().station().threads(),
            text(ours),
            text(others.get(best)),
            row.others().get(best).station().setting(),
            number(ratio()),
            aimed ? "<= " + number(row.goal()) : "",
            broken() ? "BROKEN" : !aimed ? "" : ratio() <= row.goal() ? "met" : "missed")
        .stripTrailing();
  }

  private static String text(Spread spread) {
    return number(spread.median())
        + " ("
        + number(spread.minimum())
        + "-"
        + number(spread.maximum())
        + ")";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.3g" : "%.0f", value);
  }
}
