package dev.varangian.cli.report.page;

import dev.varangian.cli.report.group.Setting;
import dev.varangian.cli.report.group.SweptKey;
import dev.varangian.cli.report.results.Results;
import dev.varangian.core.statistics.MeanAndRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Final test accuracies by two keys, one table for each combination of the other keys' values,
 * coloured by value.
 */
final class HeatMaps {
  /** The keys of rows and columns. */
  private static final List<List<String>> PAIRS =
      List.of(List.of("filter", "fault"), List.of("filter", "faulty"), List.of("fault", "faulty"));

  private final List<SweptKey> keys;
  private final List<Setting> settings;

  private HeatMaps(List<SweptKey> keys, List<Setting> settings) {
    this.keys = keys;
    this.settings = settings;
  }

  /** The tables of two keys. */
  record Pair(String title, List<HeatMap> maps) {}

  /**
   * @param caption the values of the other keys
   * @param corner the key of the rows
   */
  record HeatMap(
      String caption, String label, String corner, List<String> columns, List<Row> rows) {}

  record Row(String name, List<Shaded> cells) {}

  /**
   * @param level {@code high} or {@code low}, for the colour of the text; empty without a value
   * @param shade between the two colours of the scale, in percent
   */
  record Shaded(String text, String level, String shade) {}

  /** The tables; none if no two of the keys have two values. */
  static List<Pair> of(Results results, List<Setting> all) {
    boolean figures = !results.figures().isEmpty();
    List<Setting> settings =
        all.stream().filter(setting -> !figures || !setting.faultFree()).toList();
    HeatMaps maps = new HeatMaps(SweptKey.of(results.sweptKeys(), settings), settings);
    return PAIRS.stream()
        .map(pair -> maps.pair(pair.get(0), pair.get(1)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Pair> pair(String rowKey, String columnKey) {
    List<String> names = keys.stream().map(SweptKey::name).toList();
    int row = names.indexOf(rowKey);
    int column = names.indexOf(columnKey);
    if (row < 0 || column < 0) {
      return Optional.empty();
    }
    Map<String, List<Setting>> byOthers = new LinkedHashMap<>();
    for (Setting setting : settings) {
      List<String> others = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        if (i != row && i != column && keys.get(i).values().size() > 1) {
          others.add(keys.get(i).phrase(setting.values().get(i)));
        }
      }
      byOthers.computeIfAbsent(String.join(", ", others), key -> new ArrayList<>()).add(setting);
    }
    List<HeatMap> maps = new ArrayList<>();
    byOthers.forEach((others, part) -> map(others, part, row, column).ifPresent(maps::add));
    return maps.isEmpty()
        ? Optional.empty()
        : Optional.of(new Pair(rowKey + " and " + columnKey, maps));
  }

  private Optional<HeatMap> map(String others, List<Setting> part, int row, int column) {
    Map<String, Map<String, Setting>> cells = new LinkedHashMap<>();
    Set<String> columns = new LinkedHashSet<>();
    for (Setting setting : part) {
      columns.add(setting.values().get(column));
      cells
          .computeIfAbsent(setting.values().get(row), key -> new LinkedHashMap<>())
          .put(setting.values().get(column), setting);
    }
    if (cells.size() < 2 || columns.size() < 2) {
      return Optional.empty();
    }
    List<Row> rows = new ArrayList<>();
    cells.forEach(
        (value, byColumn) ->
            rows.add(
                new Row(
                    keys.get(row).phrase(value),
                    columns.stream().map(each -> cell(byColumn.get(each))).toList())));
    return Optional.of(
        new HeatMap(
            others.isEmpty() ? "final test accuracy" : others,
            keys.get(row).name() + " and " + keys.get(column).name(),
            keys.get(row).name(),
            columns.stream().map(keys.get(column)::phrase).toList(),
            rows));
  }

  private static Shaded cell(@Nullable Setting setting) {
    Optional<MeanAndRange> accuracy =
        setting == null ? Optional.empty() : setting.mean("final_test_accuracy");
    if (accuracy.isEmpty()) {
      return new Shaded(Cell.NONE.text(), "", "");
    }
    double value = accuracy.get().mean();
    double shade = Math.max(0, Math.min(1, value));
    return new Shaded(
        String.format(Locale.ROOT, "%.3f", value),
        shade > 0.5 ? "high" : "low",
        String.format(Locale.ROOT, "%.1f%%", 100 * shade));
  }
}
