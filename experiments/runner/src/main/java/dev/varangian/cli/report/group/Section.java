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
 * @param name of the figure; empty if it is none
 * @param title in words
 * @param rows the key of which each value has a row to begin with; empty for one row
 * @param fromRound the first round that is drawn
 * @param curves places in the list of settings
 * @param faultFree places in the list of settings, of those that stand in every row
 */
public record Section(
    String name,
    String title,
    String rows,
    int fromRound,
    List<Integer> curves,
    List<Integer> faultFree) {
  private static final List<String> ROWS_BY_DEFAULT = List.of("fault", "faulty");

  /** A section for each figure of which there are runs, and one of the runs of no figure. */
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

  /** A key in which the curves of a row would still differ makes rows. */
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

  /** What all runs of the section have in common, by key; its swept keys are not in it. */
  public Map<String, String> common(List<Setting> settings) {
    Map<String, String> common = new LinkedHashMap<>();
    boolean first = true;
    for (int place : curves.isEmpty() ? faultFree : curves) {
      for (ReportedRun run : settings.get(place).runs()) {
        if (first) {
          common.putAll(run.settings());
          first = false;
        }
        common
            .entrySet()
            .removeIf(entry -> !entry.getValue().equals(run.settings().get(entry.getKey())));
      }
    }
    common.remove("name");
    common.remove(SweptKey.SEED);
    return common;
  }
}
