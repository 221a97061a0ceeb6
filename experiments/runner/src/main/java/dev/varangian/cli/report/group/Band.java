package dev.varangian.cli.report.group;

import dev.varangian.cli.report.results.Curve;
import dev.varangian.core.statistics.MeanAndRange;
import dev.varangian.core.statistics.MeanIntervals;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The mean of a measure over runs that differ only in their seed, with a range in each round: the
 * 95 % confidence interval of the mean if at least three runs have a value, else the minimum and
 * the maximum.
 *
 * @param rounds ascending; those in which at least one run has a value
 * @param mean over the runs that have a value in the round
 * @param low the lower end of the range
 * @param high the upper end of the range
 */
public record Band(List<Integer> rounds, List<Double> mean, List<Double> low, List<Double> high) {

  /** The band of some curves. */
  public static Band over(List<Curve> curves) {
    SortedMap<Integer, List<Double>> values = new TreeMap<>();
    for (Curve curve : curves) {
      for (int i = 0; i < curve.rounds().size(); i++) {
        values
            .computeIfAbsent(curve.rounds().get(i), round -> new ArrayList<>())
            .add(curve.values().get(i));
      }
    }
    MeanIntervals intervals = new MeanIntervals();
    List<MeanAndRange> ranges =
        values.values().stream()
            .map(each -> each.stream().mapToDouble(Double::doubleValue).toArray())
            .map(intervals::of)
            .toList();
    return new Band(
        List.copyOf(values.keySet()),
        ranges.stream().map(MeanAndRange::mean).toList(),
        ranges.stream().map(MeanAndRange::low).toList(),
        ranges.stream().map(MeanAndRange::high).toList());
  }
}
