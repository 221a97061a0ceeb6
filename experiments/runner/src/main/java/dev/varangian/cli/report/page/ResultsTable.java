package dev.varangian.cli.report.page;

import dev.varangian.cli.report.results.MetricColumn;
import dev.varangian.cli.report.results.ReportedRun;
import dev.varangian.cli.report.results.Results;
import dev.varangian.core.record.RunSummary;
import java.util.ArrayList;
import java.util.List;

/**
 * The table with one row for each run.
 *
 * @param headings of the columns, without that of the run's folder
 */
record ResultsTable(List<Heading> headings, List<Row> rows) {

  /**
   * @param tooltip empty for none
   */
  record Heading(String text, String tooltip) {}

  /**
   * @param name the first cell
   * @param link to the run's folder; empty for none
   * @param id the name of the run's folder
   */
  record Row(String name, List<Cell> cells, String link, String id) {}

  static ResultsTable of(Results results) {
    List<Heading> headings = new ArrayList<>();
    if (results.sweptKeys().isEmpty()) {
      headings.add(new Heading("run", ""));
    }
    results.sweptKeys().forEach(key -> headings.add(new Heading(key, "")));
    RunSummary.COLUMNS.forEach(column -> headings.add(heading(column)));
    results.metrics().forEach(metric -> headings.add(heading(metric)));
    headings.add(new Heading("weight of faulty agents", "mean over the rounds"));
    headings.add(
        new Heading("faulty accepted", "share of faulty agent-rounds with a weight above 0"));
    headings.add(new Heading("honest rejected", "share of honest agent-rounds with weight 0"));
    return new ResultsTable(
        headings, results.runs().stream().map(run -> row(run, results)).toList());
  }

  static Heading heading(String column) {
    return new Heading(column.replace('_', ' '), "");
  }

  static Heading heading(MetricColumn metric) {
    return new Heading(metric.title(), metric.description());
  }

  private static Row row(ReportedRun run, Results results) {
    List<String> swept =
        run.swept().isEmpty()
            ? List.of(results.title())
            : run.swept().stream().map(value -> value.isEmpty() ? "none" : value).toList();
    List<Cell> cells = new ArrayList<>();
    swept.stream().skip(1).map(Cell::text).forEach(cells::add);
    RunSummary.COLUMNS.forEach(column -> cells.add(cell(column, run.result(column))));
    results.metrics().forEach(metric -> cells.add(Cell.number(run.result(metric.column()))));
    double share = run.faultyShare();
    cells.add(Double.isNaN(share) ? Cell.NONE : Cell.number(Double.toString(share)));
    cells.add(Cell.share(run.weights().accepted(), run.weights().faulty()));
    cells.add(Cell.share(run.weights().rejected(), run.weights().honest()));
    return new Row(swept.get(0), cells, run.link(), run.id());
  }

  private static Cell cell(String column, String value) {
    return column.equals("resilience_condition")
        ? Cell.text(value.equals("true") ? "met" : "not met")
        : Cell.number(value);
  }
}
