package dev.varangian.cli.report.group;

import dev.varangian.cli.report.results.AgentWeight;
import dev.varangian.cli.report.results.Curve;
import dev.varangian.cli.report.results.ReportedRun;
import dev.varangian.core.statistics.MeanAndRange;
import dev.varangian.core.statistics.MeanIntervals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Runs that differ only in their seed: one curve.
 *
 * @param values the values of the swept keys other than the seed
 * @param runs one for each seed
 */
public record Setting(List<String> values, List<ReportedRun> runs) {

  /** The settings of some runs, in the order of the runs. */
  public static List<Setting> of(List<String> sweptKeys, List<ReportedRun> runs) {
    int seedAt = sweptKeys.indexOf(SweptKey.SEED);
    Map<List<String>, Setting> settings = new LinkedHashMap<>();
    for (ReportedRun run : runs) {
      List<String> values = new ArrayList<>(run.swept());
      if (seedAt >= 0) {
        values.remove(seedAt);
      }
      settings.computeIfAbsent(values, key -> new Setting(key, new ArrayList<>())).runs().add(run);
    }
    return List.copyOf(settings.values());
  }

  /** The keys of {@link #values}. */
  public static List<String> keys(List<String> sweptKeys) {
    return sweptKeys.stream().filter(key -> !key.equals(SweptKey.SEED)).toList();
  }

  /** The band of a column over the seeds. */
  public Band band(String column) {
    return Band.over(runs.stream().map(run -> run.curve(column)).toList());
  }

  /** The agents with the means of their weights over the seeds; none if they are unknown. */
  public List<AgentWeight> agents() {
    List<List<AgentWeight>> all = runs.stream().map(run -> run.weights().agents()).toList();
    int fewest = all.stream().mapToInt(List::size).min().orElse(0);
    List<AgentWeight> agents = new ArrayList<>();
    for (int i = 0; i < fewest; i++) {
      int place = i;
      Band band = Band.over(all.stream().map(each -> each.get(place).weight()).toList());
      agents.add(
          new AgentWeight(all.get(0).get(i).faulty(), new Curve(band.rounds(), band.mean())));
    }
    return agents;
  }

  public boolean faultFree() {
    return runs.stream().allMatch(ReportedRun::faultFree);
  }

  /** The columns of which at least one run has a curve. */
  public Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    runs.forEach(run -> columns.addAll(run.curves().keySet()));
    return columns;
  }

  /** The mean of a result over the runs that have a finite number; empty if none has. */
  public Optional<MeanAndRange> mean(String column) {
    double[] values =
        runs.stream()
            .map(run -> run.number(column))
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
    return values.length == 0 ? Optional.empty() : Optional.of(new MeanIntervals().of(values));
  }

  /** How many of the runs diverged. */
  public long diverged() {
    return runs.stream().filter(run -> !run.result("diverged_at").isEmpty()).count();
  }
}
