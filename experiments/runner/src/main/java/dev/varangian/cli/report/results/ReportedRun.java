package dev.varangian.cli.report.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A finished run.
 *
 * @param id the name of its folder
 * @param link to its folder, as seen from the page; empty if there is no way
 * @param settings the keys of {@code run.yaml}, components with their parameters
 * @param swept the swept keys' values, in the order of the keys
 * @param results the cells of its results, in the order of the columns
 * @param curves by the column of {@code metrics.csv}
 * @param faultyShare the mean over the rounds of the share of weight that faulty agents got; NaN if
 *     unknown
 */
public record ReportedRun(
    String id,
    String link,
    Map<String, String> settings,
    List<String> swept,
    List<String> results,
    Map<String, Curve> curves,
    double faultyShare,
    AgentWeights trust) {

  /** Whether all agents are honest and their gradients averaged: what others are measured by. */
  public boolean faultFree() {
    return "0".equals(settings.get("faulty")) && "mean".equals(settings.get("filter"));
  }

  /** With every so many-th point of some of its curves. */
  public ReportedRun thinned(List<String> columns, int step) {
    Map<String, Curve> thinner = new LinkedHashMap<>(curves);
    columns.forEach(
        column -> thinner.computeIfPresent(column, (key, curve) -> curve.thinned(step)));
    return new ReportedRun(id, link, settings, swept, results, thinner, faultyShare, trust);
  }

  /** The same under other swept keys. */
  public ReportedRun with(List<String> otherSwept) {
    return new ReportedRun(id, link, settings, otherSwept, results, curves, faultyShare, trust);
  }
}
