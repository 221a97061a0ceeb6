package dev.varangian.spi.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What an engine may use.
 *
 * @param threads how many threads all runs together may use, from 1
 * @param silenceLimit how long a run may go without ending a round before it counts as hung
 * @param data where data sets lie
 * @param plugins jars and folders of jars with external plugins
 */
public record EngineContext(int threads, Duration silenceLimit, Path data, List<Path> plugins) {

  /** Keeps a copy of the list. */
  public EngineContext {
    plugins = List.copyOf(plugins);
  }
}
