package dev.varangian.cli.report.page;

import dev.varangian.cli.report.group.Setting;
import dev.varangian.cli.report.results.MetricColumn;
import dev.varangian.cli.report.results.Results;
import dev.varangian.core.statistics.MeanAndRange;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;

/**
 * The table of means over seeds, with one row for each group of runs that differ only in their
 * seed.
 *
 * @param range what the ranges beside the means are
 */
record SeedsTable(String range, List<ResultsTable.Heading> headings, List<Row> rows) {
  private static final List<String> COLUMNS =
      List.of("final_test_accuracy", "final_test_loss", "best_test_accuracy");

  /**
   * @param values of the swept keys other than the seed
   */
  record Row(String name, List<String> values, int seeds, List<Mean> means, long diverged) {}

  /**
   * @param text the mean; a dash if no run has a value
   * @param range around the mean; empty for a single value
   * @param tooltip how many runs have a value, if not all have; else empty
   */
  record Mean(String text, String range, String tooltip) {}

  /** The table; empty if no two runs differ only in their seed. */
  static Optional<SeedsTable> of(Results results, List<Setting> settings) {
    IntSummaryStatistics seeds =
        settings.stream().mapToInt(setting -> setting.runs().size()).summaryStatistics();
    if (seeds.getMax() < 2) {
      return Optional.empty();
    }
    List<String> keys = Setting.keys(results.sweptKeys());
    List<ResultsTable.Heading> headings = new ArrayList<>();
    (keys.isEmpty() ? List.of("experiment") : keys)
        .forEach(key -> headings.add(new ResultsTable.Heading(key, "")));
    headings.add(new ResultsTable.Heading("seeds", ""));
    COLUMNS.forEach(column -> headings.add(ResultsTable.heading(column)));
    results.metrics().forEach(metric -> headings.add(ResultsTable.heading(metric)));
    headings.add(new ResultsTable.Heading("diverged", "number of runs that diverged"));
    List<Row> rows = settings.stream().map(setting -> row(setting, results)).toList();
    return Optional.of(
        new SeedsTable(MeanAndRange.rangeCaption(seeds.getMin(), seeds.getMax()), headings, rows));
  }

  private static Row row(Setting setting, Results results) {
    List<String> values =
        setting.values().isEmpty()
            ? List.of(results.title())
            : setting.values().stream().map(value -> value.isEmpty() ? "none" : value).toList();
    List<Mean> means = new ArrayList<>();
    COLUMNS.forEach(column -> means.add(mean(setting, column)));
    results.metrics().stream()
        .map(MetricColumn::column)
        .forEach(column -> means.add(mean(setting, column)));
    return new Row(
        values.get(0),
        values.subList(1, values.size()),
        setting.runs().size(),
        means,
        setting.diverged());
  }

  private static Mean mean(Setting setting, String column) {
    Optional<MeanAndRange> found = setting.mean(column);
    if (found.isEmpty()) {
      return new Mean(Cell.NONE.text(), "", "");
    }
    MeanAndRange mean = found.get();
    int runs = setting.runs().size();
    return new Mean(
        rounded(mean.mean()),
        mean.count() < 2 ? "" : rounded(mean.low()) + " to " + rounded(mean.high()),
        mean.count() < runs ? mean.count() + " of " + runs + " runs have a value" : "");
  }

  private static String rounded(double value) {
    return Cell.rounded(Double.toString(value));
  }
}
