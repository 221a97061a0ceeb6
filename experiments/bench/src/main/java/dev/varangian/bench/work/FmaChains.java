package dev.varangian.bench.work;

import dev.varangian.tensor.machine.Limits;

/** What one core computes at most: fused multiply-adds on registers. */
public final class FmaChains implements Work {
  private final Limits limits = Limits.active();
  private final int steps;
  private float result;

  /** Some 10 milliseconds of them. */
  public FmaChains() {
    this.steps = 1_000_000;
  }

  /**
   * So many operations, in 1e9.
   *
   * @param gflop an addition counts for itself
   */
  public FmaChains(double gflop) {
    this.steps = (int) Math.round(gflop * 1e9 / limits.operationsPerStep());
  }

  @Override
  public void once() {
    result += limits.multiplyAdd(steps);
  }

  /** The rate that a time stands for, in 1e9 operations a second; an addition counts for itself. */
  public double gflops(double milliseconds) {
    return (double) limits.operationsPerStep() * steps / milliseconds / 1e6;
  }

  /** What was computed, so that it had to be. */
  public float result() {
    return result;
  }
}
