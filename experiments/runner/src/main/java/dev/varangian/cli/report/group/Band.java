package dev.varangian.cli.report.group;

import dev.varangian.cli.report.results.Curve;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A measure of runs that differ in their seed alone, over the rounds in which one of them has it.
 *
 * @param rounds ascending
 * @param mean over the runs that have a value in the round
 * @param least of them
 * @param greatest of them
 */
public record Band(List<Integer> rounds, List<Double> mean, List<Double> least, List<Double> greatest) {

  /** The band over some curves. */
  public static Band over(List<Curve> curves) {
    SortedMap<Integer, Spread> spreads = new TreeMap<>();
    for (Curve curve : curves) {
      for (int i = 0; i < curve.rounds().size(); i++) {
        spreads.merge(curve.rounds().get(i), Spread.of(curve.values().get(i)), Spread::with);
      }
    }
    return new Band(
        List.copyOf(spreads.keySet()),
        spreads.values().stream().map(Spread::mean).toList(),
        spreads.values().stream().map(Spread::least).toList(),
        spreads.values().stream().map(Spread::greatest).toList());
  }

  private record Spread(int count, double sum, double least, double greatest) {

    static Spread of(double value) {
      return new Spread(1, value, value, value);
    }

    Spread with(Spread other) {
      return new Spread(
          count + other.count,
          sum + other.sum,
          Math.min(least, other.least),
          Math.max(greatest, other.greatest));
    }

    double mean() {
      // Rounding must not put the mean of equal values outside of them.
      return Math.max(least, Math.min(greatest, sum / count));
    }
  }
}
