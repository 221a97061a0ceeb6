package dev.varangian.cli.terminal;

import dev.varangian.core.statistics.MeanAndRange;
import dev.varangian.core.statistics.MeanIntervals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The results of an experiment as tables of text, with numbers rounded to four decimals. */
public final class ResultsTables {
  private static final String SEED = "seed";
  private static final String NONE = "none";
  private static final List<String> AVERAGED =
      List.of("final_test_accuracy", "final_test_loss", "best_test_accuracy");

  private final List<String> sweptKeys;
  private final List<String> header;
  private final List<List<String>> rows;

  private ResultsTables(List<String> sweptKeys, List<List<String>> summary) {
    this.sweptKeys = sweptKeys;
    this.header = summary.get(0);
    this.rows = summary.subList(1, summary.size());
  }

  /**
   * The table of the runs and, if several runs differ only in their seed, that of their means.
   *
   * @param summary as in {@code summary.csv}: the header, then one row for each run, the swept keys
   *     first
   */
  public static String of(List<String> sweptKeys, List<List<String>> summary) {
    ResultsTables tables = new ResultsTables(sweptKeys, summary);
    return Columns.of(tables.runs()) + tables.means();
  }

  private List<List<String>> runs() {
    List<List<String>> table = new ArrayList<>();
    table.add(header);
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(swept(row, sweptKeys));
      row.stream().skip(sweptKeys.size()).map(ResultsTables::shortened).forEach(cells::add);
      table.add(cells);
    }
    return table;
  }

  private List<String> swept(List<String> row, List<String> keys) {
    return keys.stream()
        .map(key -> row.get(sweptKeys.indexOf(key)))
        .map(value -> value.isEmpty() ? NONE : value)
        .toList();
  }

  private static String shortened(String cell) {
    return cell.matches("-?[0-9]+[.][0-9]{5,}")
        ? new BigDecimal(cell).setScale(4, RoundingMode.HALF_EVEN).toPlainString()
        : cell;
  }

  private String means() {
    List<String> keys = sweptKeys.stream().filter(key -> !key.equals(SEED)).toList();
    Map<List<String>, List<List<String>>> groups = new LinkedHashMap<>();
    rows.forEach(
        row -> groups.computeIfAbsent(swept(row, keys), key -> new ArrayList<>()).add(row));
    IntSummaryStatistics seeds =
        groups.values().stream().mapToInt(Collection::size).summaryStatistics();
    if (!sweptKeys.contains(SEED) || seeds.getMax() < 2) {
      return "";
    }
    int[] columns = averagedColumns();
    List<List<String>> table = new ArrayList<>();
    List<String> headings = new ArrayList<>(keys);
    headings.add("seeds");
    IntStream.of(columns).mapToObj(header::get).forEach(headings::add);
    table.add(headings);
    groups.forEach(
        (values, group) -> {
          List<String> cells = new ArrayList<>(values);
          cells.add(Integer.toString(group.size()));
          IntStream.of(columns).mapToObj(column -> mean(group, column)).forEach(cells::add);
          table.add(cells);
        });
    return "\nmean over seeds ("
        + MeanAndRange.rangeCaption(seeds.getMin(), seeds.getMax())
        + "):\n"
        + Columns.of(table);
  }

  /** The columns of accuracies, losses and the metrics of components, whose names have a dot. */
  private int[] averagedColumns() {
    return IntStream.range(sweptKeys.size(), header.size())
        .filter(i -> AVERAGED.contains(header.get(i)) || header.get(i).indexOf('.') > 0)
        .toArray();
  }

  private static String mean(List<List<String>> group, int column) {
    double[] values =
        group.stream()
            .map(row -> row.get(column))
            .filter(cell -> !cell.isEmpty())
            .mapToDouble(Double::parseDouble)
            .toArray();
    if (values.length == 0) {
      return "";
    }
    MeanAndRange mean = new MeanIntervals().of(values);
    List<String> notes = new ArrayList<>();
    if (values.length > 1) {
      notes.add(rounded(mean.low()) + " to " + rounded(mean.high()));
    }
    if (values.length < group.size()) {
      notes.add(values.length + " of " + group.size() + " runs");
    }
    return rounded(mean.mean()) + (notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")");
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
