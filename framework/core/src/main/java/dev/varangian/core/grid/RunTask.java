package dev.varangian.core.grid;

import java.nio.file.Path;
import java.util.Map;

/**
 * A run to make.
 *
 * @param title its name in messages
 * @param folder where its files go; {@code run.yaml} lies there
 * @param rounds how many it has
 * @param swept the swept keys with this run's values
 */
public record RunTask(String title, Path folder, int rounds, Map<String, String> swept) {}
