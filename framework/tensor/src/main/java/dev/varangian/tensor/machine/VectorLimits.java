package dev.varangian.tensor.machine;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** With the Vector API, in the engine's own float species (a second one would slow it down). */
final class VectorLimits implements Limits {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();

  /** Enough to fill two units of five cycles' latency, few enough for 16 registers. */
  private static final int CHAINS = 12;

  @Override
  public int operationsPerStep() {
    return 2 * CHAINS * LANES;
  }

  @Override
  public float multiplyAdd(int steps) {
    FloatVector factor = FloatVector.broadcast(FLOATS, 0.5f);
    FloatVector term = FloatVector.broadcast(FLOATS, 1f);
    // Different start values, so that no two chains are the same computation.
    FloatVector c0 = FloatVector.zero(FLOATS);
    FloatVector c1 = FloatVector.broadcast(FLOATS, 1f);
    FloatVector c2 = FloatVector.broadcast(FLOATS, 2f);
    FloatVector c3 = FloatVector.broadcast(FLOATS, 3f);
    FloatVector c4 = FloatVector.broadcast(FLOATS, 4f);
    FloatVector c5 = FloatVector.broadcast(FLOATS, 5f);
    FloatVector c6 = FloatVector.broadcast(FLOATS, 6f);
    FloatVector c7 = FloatVector.broadcast(FLOATS, 7f);
    FloatVector c8 = FloatVector.broadcast(FLOATS, 8f);
    FloatVector c9 = FloatVector.broadcast(FLOATS, 9f);
    FloatVector c10 = FloatVector.broadcast(FLOATS, 10f);
    FloatVector c11 = FloatVector.broadcast(FLOATS, 11f);
    for (int step = 0; step < steps; step++) {
      c0 = c0.fma(factor, term);
      c1 = c1.fma(factor, term);
      c2 = c2.fma(factor, term);
      c3 = c3.fma(factor, term);
      c4 = c4.fma(factor, term);
      c5 = c5.fma(factor, term);
      c6 = c6.fma(factor, term);
      c7 = c7.fma(factor, term);
      c8 = c8.fma(factor, term);
      c9 = c9.fma(factor, term);
      c10 = c10.fma(factor, term);
      c11 = c11.fma(factor, term);
    }
    FloatVector low = c0.add(c1).add(c2).add(c3).add(c4).add(c5);
    FloatVector high = c6.add(c7).add(c8).add(c9).add(c10).add(c11);
    return low.add(high).lane(0);
  }

  @Override
  public float read(float[] x, int from, int to) {
    FloatVector sum0 = FloatVector.zero(FLOATS);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    int i = from;
    for (; i <= to - 4 * LANES; i += 4 * LANES) {
      sum0 = sum0.add(FloatVector.fromArray(FLOATS, x, i));
      sum1 = sum1.add(FloatVector.fromArray(FLOATS, x, i + LANES));
      sum2 = sum2.add(FloatVector.fromArray(FLOATS, x, i + 2 * LANES));
      sum3 = sum3.add(FloatVector.fromArray(FLOATS, x, i + 3 * LANES));
    }
    float[] sums = sum0.add(sum1).add(sum2).add(sum3).toArray();
    float sum = 0;
    for (float part : sums) {
      sum += part;
    }
    for (; i < to; i++) {
      sum += x[i];
    }
    return sum;
  }
}
