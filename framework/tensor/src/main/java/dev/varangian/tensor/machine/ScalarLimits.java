package dev.varangian.tensor.machine;

import java.util.Arrays;

/** Plain loops that the JVM compiles to vector code by itself. */
final class ScalarLimits implements Limits {
  private static final int CHAINS = 256;

  /** The multiply-adds for each load and store, enough that memory is not the limit. */
  private static final int TOGETHER = 4;

  @Override
  public int operationsPerStep() {
    return 2 * CHAINS * TOGETHER;
  }

  @Override
  public float multiplyAdd(int steps) {
    float[] chains = new float[CHAINS];
    Arrays.fill(chains, 1f);
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < CHAINS; i++) {
        float x = Math.fma(chains[i], 0.5f, 1f);
        x = Math.fma(x, 0.5f, 1f);
        x = Math.fma(x, 0.5f, 1f);
        chains[i] = Math.fma(x, 0.5f, 1f);
      }
    }
    return sum(chains);
  }

  private static float sum(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  @Override
  public float read(float[] x, int from, int to) {
    int bits0 = 0;
    int bits1 = 0;
    int bits2 = 0;
    int bits3 = 0;
    int i = from;
    for (; i <= to - 4; i += 4) {
      bits0 += Float.floatToRawIntBits(x[i]);
      bits1 += Float.floatToRawIntBits(x[i + 1]);
      bits2 += Float.floatToRawIntBits(x[i + 2]);
      bits3 += Float.floatToRawIntBits(x[i + 3]);
    }
    for (; i < to; i++) {
      bits0 += Float.floatToRawIntBits(x[i]);
    }
    return bits0 + bits1 + bits2 + bits3;
  }
}
