package dev.varangian.cli.report;

import java.util.List;

/**
 * All that the page shows.
 *
 * @param title the experiment's name
 * @param experiment {@code experiment.yaml} as it stands
 * @param environment {@code environment.json} as it stands
 * @param sweptKeys the swept keys as dotted paths
 * @param step every how many-th value of the test set is kept
 * @param block how many rounds are averaged to one value of what is measured in every round
 * @param runs the finished runs, in the order of the grid
 */
record Results(
    String title,
    String experiment,
    String environment,
    List<String> sweptKeys,
    int step,
    int block,
    List<ReportedRun> runs) {}
