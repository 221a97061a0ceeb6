package dev.varangian.bench.work;

import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.tensor.rows.Euclidean;

/**
 * The squared norms of rows and nothing else: every number is read once, by the engine's kernel.
 */
public final class ReadOnce implements Work {
  private final float[][] rows;
  private final int d;
  private final ThreadTeam workers;
  private final double[] norms;

  /** Of the first d numbers of each row. */
  public ReadOnce(float[][] rows, int d, ThreadTeam workers) {
    this.rows = rows;
    this.d = d;
    this.workers = workers;
    this.norms = new double[rows.length];
  }

  @Override
  public void once() {
    workers.run(rows.length, (row, worker) -> norms[row] = Euclidean.squaredNorm(rows[row], 0, d));
  }

  /** The squared norms of the last {@link #once()}. */
  public double[] norms() {
    return norms.clone();
  }
}
