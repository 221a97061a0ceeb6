package dev.varangian.cli.report;

import java.util.List;
import java.util.Map;

/**
 * A finished run.
 *
 * @param id the name of its folder
 * @param swept the swept keys' values, in the order of the keys
 * @param results the cells of its results, in the order of the columns
 * @param curves by the column of {@code metrics.csv}
 */
record ReportedRun(
    String id, List<String> swept, List<String> results, Map<String, Curve> curves) {}
