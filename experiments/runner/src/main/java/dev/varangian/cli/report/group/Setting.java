package dev.varangian.cli.report.group;

import dev.varangian.cli.report.results.AgentWeight;
import dev.varangian.cli.report.results.Curve;
import dev.varangian.cli.report.results.ReportedRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs that differ in their seed alone: one curve.
 *
 * @param values those of the keys but the seed
 * @param runs one for each seed
 */
public record Setting(List<String> values, List<ReportedRun> runs) {

  /** The settings of some runs, in their order. */
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
    return Band.over(runs.stream().map(run -> run.curves().get(column)).toList());
  }

  /** The agents in the mean over the seeds; none where their weights are unknown. */
  public List<AgentWeight> agents() {
    List<List<AgentWeight>> all = runs.stream().map(run -> run.trust().agents()).toList();
    int least = all.stream().mapToInt(List::size).min().orElse(0);
    List<AgentWeight> agents = new ArrayList<>();
    for (int i = 0; i < least; i++) {
      int place = i;
      Band band = Band.over(all.stream().map(each -> each.get(place).weight()).toList());
      agents.add(new AgentWeight(all.get(0).get(i).faulty(), new Curve(band.rounds(), band.mean())));
    }
    return agents;
  }

  public boolean faultFree() {
    return runs.stream().allMatch(ReportedRun::faultFree);
  }
}
