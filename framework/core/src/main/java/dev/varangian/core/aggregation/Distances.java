package dev.varangian.core.aggregation;

import static dev.varangian.tensor.kernels.Kernels.GROUP;

import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.tensor.kernels.Kernels;

/** The squared distances of all pairs of rows, and of sums of rows. */
final class Distances {
  private final BlockSums sums;
  private final double[][] scratch;

  Distances(ThreadTeam workers) {
    this.sums = new BlockSums(workers);
    this.scratch = new double[workers.threads()][];
  }

  /** Those of the rows themselves. */
  double[][] of(float[][] rows, int d) {
    return of(
        rows.length,
        d,
        (left, right, from, to, scratch, out, offset) ->
            Kernels.active().squaredDistances(rows, left, right, from, to, scratch, out, offset));
  }

  /** Those of sums of the rows; sum s is that of {@code weights[s][i]} times row i. */
  double[][] ofSums(double[][] weights, float[][] rows, int d) {
    return of(
        weights.length,
        d,
        (left, right, from, to, scratch, out, offset) ->
            Kernels.active()
                .squaredDistancesOfSums(
                    weights, rows, left, right, from, to, scratch, out, offset));
  }

  /** Forms the part of a block of coordinates in the distances of two groups. */
  @FunctionalInterface
  private interface Kernel {
    void form(int left, int right, int from, int to, double[] scratch, double[] out, int offset);
  }

  private double[][] of(int count, int d, Kernel kernel) {
    int groups = (count + GROUP - 1) / GROUP;
    return sums.of(
        count,
        d,
        groups * groups,
        (share, from, to, worker, out, offset) -> {
          int left = share / groups * GROUP;
          int right = share % groups * GROUP;
          if (left <= right) {
            kernel.form(left, right, from, to, scratch(worker), out, offset);
          }
        });
  }

  private double[] scratch(int worker) {
    if (scratch[worker] == null) {
      scratch[worker] = new double[Kernels.DISTANCES_SCRATCH];
    }
    return scratch[worker];
  }
}
