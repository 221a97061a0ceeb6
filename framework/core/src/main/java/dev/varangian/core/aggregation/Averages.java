package dev.varangian.core.aggregation;

import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.tensor.rows.Blocks;
import dev.varangian.tensor.rows.WeightedSum;

/**
 * Gradient averaging, which the server applies for each agent before the filter: h_i becomes alpha
 * h_i + (1 - alpha) g_i, starting at h_i = 0 (CGE paper, eq. 25). What faulty agents send is
 * averaged in the same way.
 */
public final class Averages {
  private final double[] factors;
  private final float[][] rows;

  /** For each agent, its average and the vector just received. */
  private final float[][][] terms;

  public Averages(double alpha, int agents, int d) {
    this.factors = new double[] {alpha, 1 - alpha};
    this.rows = Rows.zeros(agents, d);
    this.terms = new float[agents][2][];
  }

  /** The averages, a row for each agent. */
  public float[][] rows() {
    return rows;
  }

  /** Continues from earlier averages, a row for each agent. */
  public void restore(float[][] averages) {
    for (int agent = 0; agent < rows.length; agent++) {
      System.arraycopy(averages[agent], 0, rows[agent], 0, rows[agent].length);
    }
  }

  /** Adds this round's vectors and returns the averages. */
  public float[][] update(float[][] received, int d, ThreadTeam workers) {
    for (int agent = 0; agent < rows.length; agent++) {
      terms[agent][0] = rows[agent];
      terms[agent][1] = received[agent];
    }
    int blocks = Blocks.count(d);
    workers.run(
        rows.length * blocks,
        (task, worker) -> {
          int agent = task / blocks;
          int from = Blocks.start(task % blocks);
          int to = Math.min(d, from + Blocks.SIZE);
          WeightedSum.write(factors, terms[agent], rows[agent], from, to);
        });
    return rows;
  }
}
