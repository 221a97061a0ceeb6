package dev.varangian.cli.report.results;

import java.util.List;

/**
 * All that the page shows.
 *
 * @param title the experiment's name, or those of the folders that are compared
 * @param origins the folders
 * @param sweptKeys the swept keys as dotted paths
 * @param thinning how many points are kept
 * @param runs the finished runs, in the order of the grid
 * @param figures which runs belong to which figure; empty if there are no figures
 * @param claims what was claimed of the figures and what was found
 * @param omissions what could not be shown and why, a line each
 */
public record Results(
    String title,
    List<Provenance> origins,
    List<String> sweptKeys,
    Thinning thinning,
    List<ReportedRun> runs,
    List<FigureRuns> figures,
    List<ClaimRow> claims,
    List<String> omissions) {}
