package dev.varangian.cli.report.results;

/**
 * A results folder.
 *
 * @param name its own
 * @param experiment {@code experiment.yaml} as it stands
 * @param environment {@code environment.json} as it stands
 */
public record Provenance(String name, String experiment, String environment) {}
