package dev.varangian.cli.report.results;

/**
 * Where results come from.
 *
 * @param folder the name of the results folder
 * @param experiment the content of {@code experiment.yaml}
 * @param environment the content of {@code environment.json}
 */
public record Provenance(String folder, String experiment, String environment) {}
