package dev.varangian.cli.report;

/**
 * A results folder.
 *
 * @param name its own
 * @param experiment {@code experiment.yaml} as it stands
 * @param environment {@code environment.json} as it stands
 */
public record Origin(String name, String experiment, String environment) {}
