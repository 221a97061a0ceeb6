package dev.varangian.core.record;

import java.util.Map;

/**
 * A run's place in the grid.
 *
 * @param id the name of its folder
 * @param swept the swept keys as dotted paths, each with this run's value as it is written in a
 *     table; the same keys in the same order for every run of a grid, none without a sweep
 */
public record GridRow(String id, Map<String, String> swept) {}
