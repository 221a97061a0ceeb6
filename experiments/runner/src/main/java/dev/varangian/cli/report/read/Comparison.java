package dev.varangian.cli.report.read;

import dev.varangian.cli.report.results.ClaimRow;
import dev.varangian.cli.report.results.FigureRuns;
import dev.varangian.cli.report.results.MetricColumn;
import dev.varangian.cli.report.results.Provenance;
import dev.varangian.cli.report.results.ReportedRun;
import dev.varangian.cli.report.results.Results;
import dev.varangian.cli.report.results.RunSettings;
import dev.varangian.cli.report.results.Thinning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Combines the results of several folders into one, with the folder as a swept key. */
public final class Comparison {
  private static final String FOLDER = "folder";

  private Comparison() {}

  /**
   * Combines results. A key swept in one folder gets its value from {@code run.yaml} in the runs of
   * the others.
   *
   * @param all at least one, each of one folder
   */
  public static Results of(List<Results> all) {
    if (all.size() == 1) {
      return all.get(0);
    }
    List<String> names = names(all);
    Set<String> keys = new LinkedHashSet<>();
    keys.add(FOLDER);
    all.forEach(results -> keys.addAll(results.sweptKeys()));
    List<Provenance> provenance = new ArrayList<>();
    List<ReportedRun> runs = new ArrayList<>();
    List<ClaimRow> claims = new ArrayList<>();
    List<String> omissions = new ArrayList<>();
    Map<String, FigureRuns> figures = new LinkedHashMap<>();
    Map<String, MetricColumn> metrics = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      Results results = all.get(i);
      String name = names.get(i);
      Provenance own = results.provenance().get(0);
      provenance.add(new Provenance(name, own.experiment(), own.environment()));
      results.metrics().forEach(metric -> metrics.putIfAbsent(metric.column(), metric));
      results.runs().forEach(run -> runs.add(run.with(values(run, results, keys, name))));
      results.claims().forEach(claim -> claims.add(claim.of(name + ", " + claim.figure())));
      results.omissions().forEach(omission -> omissions.add(name + ": " + omission));
      results.figures().forEach(figure -> figures.merge(figure.name(), figure, FigureRuns::and));
    }
    return new Results(
        String.join(", ", names),
        provenance,
        List.copyOf(keys),
        all.stream().map(Results::thinning).reduce(Thinning::and).orElseThrow(),
        List.copyOf(metrics.values()),
        runs,
        List.copyOf(figures.values()),
        claims,
        omissions);
  }

  /** The names of the folders, numbered if several have the same. */
  private static List<String> names(List<Results> all) {
    List<String> own = all.stream().map(results -> results.provenance().get(0).folder()).toList();
    Map<String, Long> counts =
        own.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    List<String> names = new ArrayList<>();
    for (String name : own) {
      names.add(counts.getOrDefault(name, 0L) > 1 ? name + " #" + (names.size() + 1) : name);
    }
    return names;
  }

  private static List<String> values(
      ReportedRun run, Results results, Set<String> keys, String folder) {
    List<String> values = new ArrayList<>();
    for (String key : keys) {
      int own = results.sweptKeys().indexOf(key);
      if (key.equals(FOLDER)) {
        values.add(folder);
      } else if (own >= 0) {
        values.add(run.swept().get(own));
      } else {
        String absent = key.equals("fault") ? "none" : "";
        values.add(RunSettings.name(run.settings().getOrDefault(key, absent)));
      }
    }
    return values;
  }
}
