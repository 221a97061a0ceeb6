package dev.varangian.tensor.kernels;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Sorts columns of many values, and what follows on sorted columns. */
final class Columns {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final int HALF = DOUBLES.length();

  /** The columns whose sums are formed side by side. */
  static final int TILE = 4 * HALF;

  private static final VectorShuffle<Float> HALVES_SWAPPED =
      VectorShuffle.fromOp(FLOATS, i -> (i + HALF) % LANES);
  private static final VectorMask<Float> LOW_HALF = VectorMask.fromLong(FLOATS, (1L << HALF) - 1);

  private Columns() {}

  /** As {@link Kernels#order}. */
  static void order(int[] keys, int[] pairs) {
    for (int pair = 0; pair < pairs.length; pair += 2) {
      int low = pairs[pair] * Kernels.KEYS;
      int high = pairs[pair + 1] * Kernels.KEYS;
      for (int i = 0; i < Kernels.KEYS; i += 4 * LANES) {
        order(keys, low + i, high + i);
        order(keys, low + i + LANES, high + i + LANES);
        order(keys, low + i + 2 * LANES, high + i + 2 * LANES);
        order(keys, low + i + 3 * LANES, high + i + 3 * LANES);
      }
    }
  }

  private static void order(int[] keys, int low, int high) {
    IntVector a = IntVector.fromArray(INTS, keys, low);
    IntVector b = IntVector.fromArray(INTS, keys, high);
    a.min(b).intoArray(keys, low);
    a.max(b).intoArray(keys, high);
  }

  /**
   * As {@link Kernels#mean}.
   *
   * @param sums working memory of {@link #TILE} numbers
   * @return how many columns are done, from the first on
   */
  static int mean(
      float[] rows, int at, int stride, int count, int length, float[] out, int to, double[] sums) {
    int readable = rows.length - at - (count - 1) * stride - LANES + HALF;
    int end = Math.min(length, readable);
    int i = 0;
    for (; i <= end - TILE; i += TILE) {
      sum(rows, at + i, stride, count, sums);
      for (int part = 0; part < TILE; part += LANES) {
        quotients(sums, part + HALF, count)
            .rearrange(HALVES_SWAPPED)
            .blend(quotients(sums, part, count), LOW_HALF)
            .intoArray(out, to + i + part);
      }
    }
    return i;
  }

  private static FloatVector quotients(double[] sums, int at, int count) {
    return (FloatVector)
        DoubleVector.fromArray(DOUBLES, sums, at)
            .div(count)
            .convertShape(VectorOperators.D2F, FLOATS, 0);
  }

  private static void sum(float[] rows, int at, int stride, int count, double[] sums) {
    DoubleVector s0 = DoubleVector.zero(DOUBLES);
    DoubleVector s1 = DoubleVector.zero(DOUBLES);
    DoubleVector s2 = DoubleVector.zero(DOUBLES);
    DoubleVector s3 = DoubleVector.zero(DOUBLES);
    for (int row = 0; row < count; row++) {
      int from = at + row * stride;
      s0 = s0.add(doubles(rows, from));
      s1 = s1.add(doubles(rows, from + HALF));
      s2 = s2.add(doubles(rows, from + 2 * HALF));
      s3 = s3.add(doubles(rows, from + 3 * HALF));
    }
    s0.intoArray(sums, 0);
    s1.intoArray(sums, HALF);
    s2.intoArray(sums, 2 * HALF);
    s3.intoArray(sums, 3 * HALF);
  }

  private static DoubleVector doubles(float[] x, int i) {
    return (DoubleVector)
        FloatVector.fromArray(FLOATS, x, i).convertShape(VectorOperators.F2D, DOUBLES, 0);
  }

  /** As {@link Kernels#countBetween}, for whole vectors. */
  static int countBetween(float[] x, int at, float[] bounds, int least, int greatest, int whole) {
    int count = 0;
    for (int i = 0; i < whole; i += LANES) {
      FloatVector v = FloatVector.fromArray(FLOATS, x, at + i);
      count +=
          v.compare(VectorOperators.GE, FloatVector.fromArray(FLOATS, bounds, least + i))
              .and(
                  v.compare(
                      VectorOperators.LE, FloatVector.fromArray(FLOATS, bounds, greatest + i)))
              .trueCount();
    }
    return count;
  }
}
