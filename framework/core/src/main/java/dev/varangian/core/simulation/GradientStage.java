package dev.varangian.core.simulation;

import dev.varangian.core.aggregation.Rows;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.wiring.PreparedRun;

/**
 * Steps 1 and 2 of a run's rounds alone, at its initial weights: every agent draws its batch, and
 * all gradients are computed, each into its agent's row, with the same code and the same numbers as
 * in a run.
 */
public final class GradientStage {
  private final Gradients gradients;
  private final float[] weights;

  /** Allocates what a round needs, for as many threads as there are {@code workers}. */
  public GradientStage(PreparedRun run, ThreadTeam workers) {
    this.gradients = new Gradients(run, workers);
    this.weights = new float[Rows.length(run.dimension())];
    run.onSamples().initialise(weights, run.spec().seed());
  }

  /**
   * Computes the gradients of a round.
   *
   * @param round counted from 1; decides which samples are drawn
   */
  public void compute(int round) {
    gradients.compute(weights, round);
  }

  /** The agents' gradients, each in the first d entries of its row; overwritten by each round. */
  public float[][] rows() {
    return gradients.rows();
  }

  /** The initial weights, in the first d entries. */
  public float[] weights() {
    return weights;
  }
}
