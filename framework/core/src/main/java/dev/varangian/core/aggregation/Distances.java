package dev.varangian.core.aggregation;

import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.tensor.rows.PairwiseDistances;
import org.jspecify.annotations.Nullable;

/** The squared distances of all pairs of rows, and of sums of rows. */
final class Distances {
  private final BlockSums sums;

  /** One buffer for each thread. */
  private final @Nullable PairwiseDistances[] parts;

  Distances(ThreadTeam workers) {
    this.sums = new BlockSums(workers);
    this.parts = new PairwiseDistances[workers.threads()];
  }

  /** The squared distances of the rows themselves. */
  double[][] of(float[][] rows, int d) {
    return sums.of(
        rows.length,
        d,
        PairwiseDistances.shares(rows.length),
        (share, from, to, worker, out, offset) ->
            part(worker).ofRows(rows, share, from, to, out, offset));
  }

  /** The squared distances of sums of the rows; sum s adds {@code weights[s][i]} times row i. */
  double[][] ofSums(double[][] weights, float[][] rows, int d) {
    return sums.of(
        weights.length,
        d,
        PairwiseDistances.shares(weights.length),
        (share, from, to, worker, out, offset) ->
            part(worker).ofSums(weights, rows, share, from, to, out, offset));
  }

  private PairwiseDistances part(int worker) {
    PairwiseDistances part = parts[worker];
    if (part == null) {
      part = new PairwiseDistances();
      parts[worker] = part;
    }
    return part;
  }
}
