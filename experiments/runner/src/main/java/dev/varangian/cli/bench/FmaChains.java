package dev.varangian.cli.bench;

import dev.varangian.tensor.kernels.Limits;

/** What one core computes at most: fused multiply-adds on registers. */
public final class FmaChains implements Work {
  private static final int STEPS = 1_000_000;

  private final Limits limits = Limits.active();
  private float result;

  @Override
  public void once() {
    result += limits.multiplyAdd(STEPS);
  }

  /** The rate that a time stands for, in 1e9 operations a second; an addition counts for itself. */
  public double gflops(double milliseconds) {
    return (double) limits.operationsPerStep() * STEPS / milliseconds / 1e6;
  }

  /** What was computed, so that it had to be. */
  public float result() {
    return result;
  }
}
