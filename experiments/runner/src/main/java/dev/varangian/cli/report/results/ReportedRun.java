package dev.varangian.cli.report.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A finished run.
 *
 * @param id the name of its folder
 * @param link to its folder, relative to the page; empty if there is no relative path
 * @param settings the keys of {@code run.yaml}, components with their parameters
 * @param swept the swept keys' values, in the order of the keys
 * @param results the cells of {@code summary.csv} by column, without the swept keys
 * @param curves by the column of {@code metrics.csv}
 * @param faultyShare the mean over the rounds of the share of weight that faulty agents got; NaN if
 *     unknown
 * @param weights what the filter did with the agents
 */
public record ReportedRun(
    String id,
    String link,
    Map<String, String> settings,
    List<String> swept,
    Map<String, String> results,
    Map<String, Curve> curves,
    double faultyShare,
    AgentWeights weights) {

  /** Whether all agents are honest and their gradients are averaged: the baseline of the others. */
  public boolean faultFree() {
    return "0".equals(settings.get("faulty")) && "mean".equals(settings.get("filter"));
  }

  /** A result; empty if the run has none. */
  public String result(String column) {
    return results.getOrDefault(column, "");
  }

  /** A result as a finite number. */
  public OptionalDouble number(String column) {
    try {
      double value = Double.parseDouble(result(column));
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** The curve of a column of {@code metrics.csv}; without points if the run has no such column. */
  public Curve curve(String column) {
    return curves.getOrDefault(column, Curve.EMPTY);
  }

  /** A copy that keeps every {@code step}-th point of some of its curves. */
  public ReportedRun thinned(List<String> columns, int step) {
    Map<String, Curve> thinner = new LinkedHashMap<>(curves);
    columns.forEach(
        column -> thinner.computeIfPresent(column, (key, curve) -> curve.thinned(step)));
    return new ReportedRun(id, link, settings, swept, results, thinner, faultyShare, weights);
  }

  /** A copy with the values of other swept keys. */
  public ReportedRun with(List<String> otherSwept) {
    return new ReportedRun(id, link, settings, otherSwept, results, curves, faultyShare, weights);
  }
}
