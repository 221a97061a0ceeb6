package dev.varangian.spi.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The resources that an engine may use.
 *
 * @param threads how many threads all runs together may use, at least 1
 * @param silenceLimit how long a run may take without completing a round before it counts as hung
 * @param data the directory of the data sets
 * @param plugins jars and folders of jars with external plugins
 */
public record EngineContext(int threads, Duration silenceLimit, Path data, List<Path> plugins) {

  /** Copies the list. */
  public EngineContext {
    plugins = List.copyOf(plugins);
  }
}
