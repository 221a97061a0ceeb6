package dev.varangian.cli.report.read;

import dev.varangian.cli.report.results.ClaimRow;
import dev.varangian.cli.report.results.FigureRuns;
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

/** Results of several folders as those of one, with the folder as a swept key. */
public final class Comparison {
  private static final String FOLDER = "folder";

  private Comparison() {}

  /**
   * Puts them side by side. A run of which a key isn't swept in its own folder has the key's value
   * all the same.
   *
   * @param all one or more, each of one folder
   */
  public static Results of(List<Results> all) {
    if (all.size() == 1) {
      return all.get(0);
    }
    List<String> names = names(all);
    Set<String> keys = new LinkedHashSet<>();
    keys.add(FOLDER);
    all.forEach(results -> keys.addAll(results.sweptKeys()));
    List<Provenance> origins = new ArrayList<>();
    List<ReportedRun> runs = new ArrayList<>();
    List<ClaimRow> claims = new ArrayList<>();
    List<String> omissions = new ArrayList<>();
    Map<String, FigureRuns> figures = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      Results results = all.get(i);
      String name = names.get(i);
      Provenance origin = results.origins().get(0);
      origins.add(new Provenance(name, origin.experiment(), origin.environment()));
      results.runs().forEach(run -> runs.add(run.with(values(run, results, keys, name))));
      results.claims().forEach(claim -> claims.add(claim.of(name + ", " + claim.figure())));
      results.omissions().forEach(omission -> omissions.add(name + ": " + omission));
      results.figures().forEach(figure -> figures.merge(figure.name(), figure, FigureRuns::and));
    }
    return new Results(
        String.join(", ", names),
        origins,
        List.copyOf(keys),
        all.stream().map(Results::thinning).reduce(Thinning::and).orElseThrow(),
        runs,
        List.copyOf(figures.values()),
        claims,
        omissions);
  }

  /** The folders' names, numbered where two are equal. */
  private static List<String> names(List<Results> all) {
    List<String> own = all.stream().map(results -> results.origins().get(0).name()).toList();
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
        String otherwise = key.equals("fault") ? "none" : "";
        values.add(RunSettings.name(run.settings().getOrDefault(key, otherwise)));
      }
    }
    return values;
  }
}
