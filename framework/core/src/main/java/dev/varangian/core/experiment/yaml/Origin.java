package dev.varangian.core.experiment.yaml;

/**
 * Where a value was written.
 *
 * @param file the file as named by the user, or {@code --set}
 * @param line counted from 1; 0 if there is none
 * @param key the dotted path, for instance {@code filter.normalise}
 */
public record Origin(String file, int line, String key) {}
