package dev.varangian.spi.data;

import java.nio.file.Path;

/**
 * The directory of the data sets, each in a folder with its name.
 *
 * @param path the directory, which need not exist
 */
public record DataDirectory(Path path) {}
