package dev.varangian.cli.report.results;

import java.util.ArrayList;
import java.util.List;

/**
 * A measure by round.
 *
 * @param rounds ascending
 * @param values finite, one for each round
 */
public record Curve(List<Integer> rounds, List<Double> values) {
  /** Without points. */
  public static final Curve EMPTY = new Curve(List.of(), List.of());

  /**
   * One column by {@code round}, without empty cells and numbers that are not finite.
   *
   * @param metrics the cells of {@code metrics.csv}, the header first
   * @return a curve without points if there is no such column
   */
  public static Curve of(List<List<String>> metrics, String column) {
    List<Integer> rounds = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    int roundAt = metrics.get(0).indexOf("round");
    int valueAt = metrics.get(0).indexOf(column);
    if (roundAt >= 0 && valueAt >= 0) {
      for (List<String> row : metrics.subList(1, metrics.size())) {
        double value =
            row.get(valueAt).isEmpty() ? Double.NaN : Double.parseDouble(row.get(valueAt));
        if (Double.isFinite(value)) {
          rounds.add(Integer.valueOf(row.get(roundAt)));
          values.add(value);
        }
      }
    }
    return new Curve(rounds, values);
  }

  /** The mean of the values; NaN if there are none. */
  public double mean() {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** Every {@code step}-th point, and the last. */
  public Curve thinned(int step) {
    List<Integer> keptRounds = new ArrayList<>();
    List<Double> keptValues = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      if (i % step == 0 || i == rounds.size() - 1) {
        keptRounds.add(rounds.get(i));
        keptValues.add(values.get(i));
      }
    }
    return new Curve(keptRounds, keptValues);
  }

  /** The mean of each block of rounds, at the last round of the block that has a value. */
  public Curve averaged(int block) {
    List<Integer> lastRounds = new ArrayList<>();
    List<Double> means = new ArrayList<>();
    for (int from = 0; from < rounds.size(); ) {
      int end = (rounds.get(from) - 1) / block;
      int to = from;
      double sum = 0;
      while (to < rounds.size() && (rounds.get(to) - 1) / block == end) {
        sum += values.get(to);
        to++;
      }
      lastRounds.add(rounds.get(to - 1));
      means.add(sum / (to - from));
      from = to;
    }
    return new Curve(lastRounds, means);
  }
}
