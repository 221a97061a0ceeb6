package dev.varangian.cli.commands;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.varangian.cli.terminal.Numbers;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.experiment.reading.EngineReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options of commands that train. */
@Parameters(separators = "=")
final class RunOptions {
  private static final int MOST_THREADS = 1024;
  private static final int LONGEST_LIMIT = 1_000_000;

  @Parameter(
      names = "--set",
      placeholder = "path=value",
      splitter = NoSplitter.class,
      description =
          "Replace a value of the experiment, for example filter.normalise=sum; repeatable")
  private List<String> settings = new ArrayList<>();

  @Parameter(
      names = "--out",
      placeholder = "DIR",
      description = "Results folder (default: results/NAME, by the name of the experiment)")
  private @Nullable String out;

  @Parameter(
      names = "--threads",
      placeholder = "N",
      description = "Number of threads (default: all processors); results do not depend on it")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Parameter(
      names = "--limit",
      placeholder = "SECONDS",
      description = "Stop a run in which no round ends within this time (default: 600)")
  private String limit = "600";

  @Parameter(
      names = "--engine",
      placeholder = "NAME",
      description = "Engine that executes the runs (default: local)")
  private String engine = "local";

  @Parameter(names = "--fresh", description = "Re-run finished runs")
  private boolean fresh;

  @Parameter(names = "--quiet", description = "Do not show progress")
  private boolean quiet;

  @Parameter(
      names = "--slow",
      description = "Run without fused multiply-add in hardware, thousands of times slower")
  private boolean slow;

  /**
   * Checks the values.
   *
   * @throws UserErrorException if not
   */
  void check() {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new UserErrorException(
          "--threads: expected a number from 1 to " + MOST_THREADS + ", not " + threads);
    }
    double seconds = Numbers.decimal("--limit", limit);
    if (!(seconds > 0 && seconds <= LONGEST_LIMIT)) {
      throw new UserErrorException(
          "--limit: expected a number of seconds above 0, at most "
              + LONGEST_LIMIT
              + ", not "
              + limit);
    }
    if (!slow && !Machine.fusedMultiplyAdd()) {
      throw new UserErrorException(
          "this JVM has no fused multiply-add in hardware: training would take thousands of"
              + " times longer; use --slow to run nevertheless");
    }
  }

  /** Values that replace a file's, each as {@code path=value}. */
  List<String> settings() {
    return settings.stream().filter(setting -> !EngineReader.isParameter(setting)).toList();
  }

  /** The name of the engine. */
  String engine() {
    return engine;
  }

  /** The parameters of the engine, each as {@code engine.key=value}. */
  List<String> engineSettings() {
    return settings.stream().filter(EngineReader::isParameter).toList();
  }

  /** The results folder that was named. */
  Optional<Path> out() {
    return Optional.ofNullable(out).map(value -> CommonOptions.path("--out", value));
  }

  int threads() {
    return threads;
  }

  /** How long a run may go without ending a round. */
  Duration limit() {
    return Duration.ofNanos(Math.max(1, Math.round(Numbers.decimal("--limit", limit) * 1e9)));
  }

  boolean fresh() {
    return fresh;
  }

  boolean quiet() {
    return quiet;
  }
}
