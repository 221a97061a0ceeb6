package dev.varangian.cli.report.page;

import dev.varangian.cli.report.group.Setting;
import dev.varangian.cli.report.group.SweptKey;
import dev.varangian.cli.report.results.Results;
import dev.varangian.core.record.RunSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Final test accuracies as tables of two keys, a table for each combination of the other keys'
 * values, coloured by value.
 */
public final class HeatMaps {
  private static final int ACCURACY = RunSummary.COLUMNS.indexOf("final_test_accuracy");

  /** What is put against what, as rows and columns. */
  private static final List<List<String>> PAIRS =
      List.of(List.of("filter", "fault"), List.of("filter", "faulty"), List.of("fault", "faulty"));

  private final List<SweptKey> keys;
  private final List<Setting> settings;

  private HeatMaps(List<SweptKey> keys, List<Setting> settings) {
    this.keys = keys;
    this.settings = settings;
  }

  /** HTML; empty where no two of the keys have two values. */
  public static String of(Results results, List<Setting> all) {
    boolean figures = !results.figures().isEmpty();
    List<Setting> settings =
        all.stream().filter(setting -> !figures || !setting.faultFree()).toList();
    HeatMaps maps = new HeatMaps(SweptKey.of(results.sweptKeys(), settings), settings);
    StringBuilder html = new StringBuilder();
    PAIRS.forEach(pair -> maps.write(pair.get(0), pair.get(1), html));
    return html.toString();
  }

  private int place(String key) {
    return keys.stream().map(SweptKey::name).toList().indexOf(key);
  }

  private void write(String rowKey, String columnKey, StringBuilder html) {
    int row = place(rowKey);
    int column = place(columnKey);
    if (row < 0 || column < 0) {
      return;
    }
    Map<List<String>, List<Setting>> byOthers = new LinkedHashMap<>();
    for (Setting setting : settings) {
      List<String> others = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        if (i != row && i != column && keys.get(i).values().size() > 1) {
          others.add(keys.get(i).phrase(setting.values().get(i)));
        }
      }
      byOthers.computeIfAbsent(others, key -> new ArrayList<>()).add(setting);
    }
    StringBuilder tables = new StringBuilder();
    byOthers.forEach((others, part) -> table(others, part, row, column, tables));
    if (!tables.isEmpty()) {
      html.append("<h3>")
          .append(Html.escape(rowKey + " and " + columnKey))
          .append("</h3>\n<div class=\"maps\">\n")
          .append(tables)
          .append("</div>\n");
    }
  }

  private void table(
      List<String> others, List<Setting> part, int row, int column, StringBuilder html) {
    Map<String, Map<String, Setting>> cells = new LinkedHashMap<>();
    Set<String> columns = new LinkedHashSet<>();
    for (Setting setting : part) {
      columns.add(setting.values().get(column));
      cells
          .computeIfAbsent(setting.values().get(row), key -> new LinkedHashMap<>())
          .put(setting.values().get(column), setting);
    }
    if (cells.size() < 2 || columns.size() < 2) {
      return;
    }
    html.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
        .append(Html.escape(keys.get(row).name() + " and " + keys.get(column).name()))
        .append("\"><table class=\"map\">\n<caption>")
        .append(Html.escape(others.isEmpty() ? "final test accuracy" : String.join(", ", others)))
        .append("</caption>\n<thead><tr><th scope=\"col\">")
        .append(Html.escape(keys.get(row).name()))
        .append("</th>");
    for (String value : columns) {
      html.append("<th scope=\"col\">")
          .append(Html.escape(keys.get(column).phrase(value)))
          .append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    cells.forEach(
        (value, byColumn) -> {
          html.append("<tr><th scope=\"row\">")
              .append(Html.escape(keys.get(row).phrase(value)))
              .append("</th>");
          columns.forEach(each -> cell(byColumn.get(each), html));
          html.append("</tr>\n");
        });
    html.append("</tbody>\n</table></div>\n");
  }

  private static void cell(@Nullable Setting setting, StringBuilder html) {
    OptionalDouble accuracy = setting == null ? OptionalDouble.empty() : accuracy(setting);
    if (accuracy.isEmpty()) {
      html.append("<td>–</td>");
      return;
    }
    double value = accuracy.getAsDouble();
    double shade = Math.max(0, Math.min(1, value));
    html.append("<td class=\"")
        .append(shade > 0.5 ? "high" : "low")
        .append("\" style=\"--shade:")
        .append(String.format(Locale.ROOT, "%.1f%%", 100 * shade))
        .append("\">")
        .append(String.format(Locale.ROOT, "%.3f", value))
        .append("</td>");
  }

  /** The mean over the seeds that have one. */
  private static OptionalDouble accuracy(Setting setting) {
    return setting.runs().stream()
        .map(run -> run.results().get(ACCURACY))
        .filter(cell -> !cell.isEmpty())
        .mapToDouble(Double::parseDouble)
        .filter(Double::isFinite)
        .average();
  }
}
