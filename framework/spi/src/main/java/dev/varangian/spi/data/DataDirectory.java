package dev.varangian.spi.data;

import java.nio.file.Path;

/**
 * Where data sets lie: each in a folder of its own name.
 *
 * @param path may not exist
 */
public record DataDirectory(Path path) {}
