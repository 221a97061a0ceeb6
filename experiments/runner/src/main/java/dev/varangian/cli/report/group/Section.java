package dev.varangian.cli.report.group;

import dev.varangian.cli.report.results.FigureRuns;
import dev.varangian.cli.report.results.ReportedRun;
import dev.varangian.cli.report.results.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Curves that are drawn together, in rows of plots.
 *
 * @param name the name of the figure; empty if it is not a figure
 * @param title its heading
 * @param rows the key with a row of plots for each value, at first; empty for one row
 * @param fromRound the first round that is drawn
 * @param curves positions in the list of settings
 * @param faultFree positions in the list of settings, of those drawn in every row
 */
public record Section(
    String name,
    String title,
    String rows,
    int fromRound,
    List<Integer> curves,
    List<Integer> faultFree) {
  private static final List<String> ROWS_BY_DEFAULT = List.of("fault", "faulty");

  /** A section for each figure that has runs, and one for the runs of no figure. */
  public static List<Section> of(Results results, List<Setting> settings) {
    List<Section> sections = new ArrayList<>();
    for (FigureRuns figure : results.figures()) {
      Set<Integer> curves = new LinkedHashSet<>();
      Set<Integer> faultFree = new LinkedHashSet<>();
      for (int i = 0; i < settings.size(); i++) {
        Setting setting = settings.get(i);
        if (setting.runs().stream().anyMatch(run -> figure.runs().contains(run.id()))) {
          (setting.faultFree() ? faultFree : curves).add(i);
        }
      }
      if (!curves.isEmpty() || !faultFree.isEmpty()) {
        sections.add(
            new Section(
                figure.name(),
                figure.title(),
                figure.rows(),
                figure.fromRound(),
                List.copyOf(curves),
                List.copyOf(faultFree)));
      }
    }
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < settings.size(); i++) {
      int place = i;
      if (sections.stream().noneMatch(section -> section.has(place))) {
        others.add(place);
      }
    }
    if (sections.isEmpty() || !others.isEmpty()) {
      String title = sections.isEmpty() ? "Learning curves" : "Other runs";
      List<Setting> shown = others.stream().map(settings::get).toList();
      sections.add(new Section("", title, rows(results, shown), 1, others, List.of()));
    }
    return sections;
  }

  private boolean has(int place) {
    return curves.contains(place) || faultFree.contains(place);
  }

  /** The key that makes rows, if at least one more key varies within a row. */
  private static String rows(Results results, List<Setting> settings) {
    List<String> varied =
        SweptKey.of(results.sweptKeys(), settings).stream()
            .filter(key -> key.values().size() > 1)
            .map(SweptKey::name)
            .toList();
    return varied.size() < 2
        ? ""
        : ROWS_BY_DEFAULT.stream().filter(varied::contains).findFirst().orElse("");
  }

  /** The settings that all runs of the section share, by key. */
  public Map<String, String> shared(List<Setting> settings) {
    Map<String, String> shared = new LinkedHashMap<>();
    boolean first = true;
    for (int place : curves.isEmpty() ? faultFree : curves) {
      for (ReportedRun run : settings.get(place).runs()) {
        if (first) {
          shared.putAll(run.settings());
          first = false;
        }
        shared
            .entrySet()
            .removeIf(entry -> !entry.getValue().equals(run.settings().get(entry.getKey())));
      }
    }
    shared.remove("name");
    shared.remove(SweptKey.SEED);
    return shared;
  }
}
