package dev.varangian.cli.report.results;

/**
 * A metric that a component declares.
 *
 * @param column {@code <component>.<name>}, in {@code metrics.csv} and {@code summary.csv}
 * @param description one sentence; empty if the results don't have it
 */
public record MetricColumn(String column, String description) {

  /** Whether a column of a file of results belongs to a component; all others have no dot. */
  public static boolean isMetric(String column) {
    return column.indexOf('.') > 0;
  }

  /** The name in words, for instance {@code backdoor: success rate}. */
  public String title() {
    int dot = column.indexOf('.');
    return column.substring(0, dot) + ": " + column.substring(dot + 1).replace('_', ' ');
  }
}
