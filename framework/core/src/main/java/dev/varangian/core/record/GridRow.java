package dev.varangian.core.record;

import java.util.Map;

/**
 * A run's place in the grid.
 *
 * @param id the name of its folder
 * @param swept the swept keys as dotted paths with this run's values as written in a table; the
 *     same keys in the same order for every run of a grid, empty without a sweep
 */
public record GridRow(String id, Map<String, String> swept) {}
