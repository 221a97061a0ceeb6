package dev.varangian.tensor.rows;

import dev.varangian.tensor.kernels.Kernels;

/** Weighted sums of rows. */
public final class WeightedSum {
  private WeightedSum() {}

  /**
   * out[i] = sum over j of weights[j] rows[j][i] for i in {@code [from, to)}: in double, in the
   * order of j, rounded once to float. Rows of weight 0 are not read. {@code out} may be one of the
   * rows. The sum of no rows is 0.
   */
  public static void write(double[] weights, float[][] rows, float[] out, int from, int to) {
    Kernels.active().reductions().weightedSum(weights, rows, out, from, to);
  }
}
