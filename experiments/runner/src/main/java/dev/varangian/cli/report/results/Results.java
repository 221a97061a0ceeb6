package dev.varangian.cli.report.results;

import java.util.List;

/**
 * Everything that the page shows.
 *
 * @param title the experiment's name, or the names of the folders that are compared
 * @param provenance one entry for each folder
 * @param sweptKeys as dotted paths
 * @param thinning how many points are kept
 * @param metrics the metrics of components, in the order of the files' columns
 * @param runs the finished runs, in the order of the grid
 * @param figures which runs belong to which figure; empty if there are no figures
 * @param claims the claims about the figures, and what was measured
 * @param omissions what could not be shown and why, one line each
 */
public record Results(
    String title,
    List<Provenance> provenance,
    List<String> sweptKeys,
    Thinning thinning,
    List<MetricColumn> metrics,
    List<ReportedRun> runs,
    List<FigureRuns> figures,
    List<ClaimRow> claims,
    List<String> omissions) {}
