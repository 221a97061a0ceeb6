package dev.varangian.core.simulation;

import static dev.varangian.tensor.kernels.Kernels.GROUP;

import dev.varangian.tensor.kernels.Kernels;
import java.util.Arrays;

/** The squared distances of all pairs of rows, and of sums of rows. */
final class Distances {
  private final BlockSums sums;
  private final double[][] scratch;

  Distances(Workers workers) {
    this.sums = new BlockSums(workers);
    this.scratch = new double[workers.threads()][];
  }

  /** Those of the rows themselves. */
  double[][] of(float[][] rows, int d) {
    int groups = (rows.length + GROUP - 1) / GROUP;
    return sums.of(
        rows.length,
        d,
        groups * groups,
        (share, from, to, worker, out, offset) -> {
          int left = share / groups * GROUP;
          int right = share % groups * GROUP;
          if (left <= right) {
            Kernels.active()
                .squaredDistances(rows, left, right, from, to, scratch(worker), out, offset);
          }
        });
  }

  private double[] scratch(int worker) {
    if (scratch[worker] == null) {
      scratch[worker] = new double[Kernels.DISTANCES_SCRATCH];
    }
    return scratch[worker];
  }

  /** Those of sums of the rows; sum s is that of {@code weights[s][i]} times row i. */
  double[][] ofSums(double[][] weights, float[][] rows, int d) {
    int m = weights.length;
    double[][] differences = new double[m * m][rows.length];
    for (int pair = 0; pair < m * m; pair++) {
      double[] a = weights[pair / m];
      double[] b = weights[pair % m];
      Arrays.setAll(differences[pair], i -> a[i] - b[i]);
    }
    return sums.of(
        m,
        d,
        m * m,
        (pair, from, to, worker, out, offset) -> {
          if (pair / m < pair % m) {
            out[offset + pair] =
                Kernels.active().squaredNormOfSum(differences[pair], rows, from, to);
          }
        });
  }
}
