package dev.varangian.bench.work;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.experiment.RunSpec;
import dev.varangian.core.experiment.reading.ExperimentReader;
import dev.varangian.core.experiment.reading.Parsed;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.simulation.GradientStage;
import dev.varangian.core.wiring.Attempt;
import dev.varangian.core.wiring.Preparation;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.spi.data.DataDirectory;
import java.nio.file.Path;
import java.util.List;

/**
 * Forward and backward of LeNet for n = 10 agents into ten rows, with drawing the batches, as a run
 * on images of 28x28 does it; no faults, filter, update or evaluation.
 */
public final class LeNetRound implements Work {
  /** n. */
  public static final int AGENTS = 10;

  /**
   * The floating-point operations of a sample: forward 2 (24^2 20 25 + 8^2 50 500 + 800 500 + 500
   * 10), backward twice that but for the gradient of the images.
   */
  private static final double OPERATIONS = 13_182_000;

  private static final String EXPERIMENT =
      """
      seed: 1
      model: lenet
      dataset: {name: synthetic-digits, training: 1000, test: 1}
      agents: %d
      faulty: 0
      batch-size: %d
      rounds: 1
      step-size: 0.1
      filter: mean
      evaluate-every: 1
      """;

  private final int batchSize;
  private final PreparedRun run;
  private final GradientStage stage;
  private int round;

  /**
   * Lays out the round.
   *
   * @param batchSize k
   */
  public LeNetRound(Catalogue catalogue, int batchSize, ThreadTeam workers) {
    this.batchSize = batchSize;
    this.run = prepared(catalogue, batchSize);
    this.stage = new GradientStage(run, workers);
  }

  private static PreparedRun prepared(Catalogue catalogue, int batchSize) {
    Path nowhere = Path.of("");
    Parsed parsed =
        new ExperimentReader(catalogue)
            .read(EXPERIMENT.formatted(AGENTS, batchSize), nowhere.resolve("bench"), List.of());
    RunSpec spec =
        parsed
            .experiment()
            .orElseThrow(() -> new IllegalStateException(parsed.problems().toString()))
            .runs()
            .get(0)
            .spec();
    Attempt<PreparedRun> attempt = new Preparation(new DataDirectory(nowhere)).prepare(spec);
    return attempt
        .value()
        .orElseThrow(() -> new IllegalStateException(attempt.problems().toString()));
  }

  @Override
  public void once() {
    round++;
    stage.compute(round);
  }

  /** The rate that a time stands for, in 1e9 operations a second. */
  public double gflops(double milliseconds) {
    return gflop(batchSize) / milliseconds * 1e3;
  }

  /** The operations of a round, in 1e9. */
  public static double gflop(int batchSize) {
    return AGENTS * batchSize * OPERATIONS / 1e9;
  }

  /** The run whose gradients these are. */
  public PreparedRun run() {
    return run;
  }

  /** Its first steps. */
  public GradientStage stage() {
    return stage;
  }
}
