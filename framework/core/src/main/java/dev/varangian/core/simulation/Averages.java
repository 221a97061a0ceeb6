package dev.varangian.core.simulation;

import dev.varangian.tensor.kernels.Kernels;

/**
 * Gradient averaging, kept by the server for each agent before the filter: h_i becomes alpha h_i +
 * (1 - alpha) g_i, from h_i = 0 (CGE paper, eq. 25). What a faulty agent sends is averaged like the
 * rest.
 */
final class Averages {
  private final double[] factors;
  private final float[][] rows;

  Averages(double alpha, int agents, int d) {
    this.factors = new double[] {alpha, 1 - alpha};
    this.rows = Rows.zeros(agents, d);
  }

  /** The averages, a row for each agent. */
  float[][] rows() {
    return rows;
  }

  /** Takes this round's vectors in and returns the averages. */
  float[][] update(float[][] received, int d, Workers workers) {
    workers.run(
        rows.length,
        (agent, worker) ->
            Kernels.active()
                .combine(factors, new float[][] {rows[agent], received[agent]}, rows[agent], 0, d));
    return rows;
  }
}
