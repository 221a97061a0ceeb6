package dev.varangian.tensor.kernels.columns;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** With the Vector API. */
public final class VectorColumnKernels implements ColumnKernels {
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

  private static final ColumnKernels REST = new ScalarColumnKernels();

  /** Each thread's working memory for sums in double. */
  private final ThreadLocal<double[]> scratch =
      ThreadLocal.withInitial(() -> new double[Math.max(TILE, VectorNearest.SCRATCH)]);

  @Override
  public void toSortable(float[] x, int xOffset, int[] keys, int keysOffset, int length) {
    int whole = FLOATS.loopBound(length);
    for (int i = 0; i < whole; i += LANES) {
      IntVector bits = FloatVector.fromArray(FLOATS, x, xOffset + i).reinterpretAsInts();
      bits.lanewise(VectorOperators.ASHR, 31)
          .and(Integer.MAX_VALUE)
          .lanewise(VectorOperators.XOR, bits)
          .intoArray(keys, keysOffset + i);
    }
    REST.toSortable(x, xOffset + whole, keys, keysOffset + whole, length - whole);
  }

  @Override
  public void fromSortable(int[] keys, int keysOffset, float[] x, int xOffset, int length) {
    int whole = INTS.loopBound(length);
    for (int i = 0; i < whole; i += LANES) {
      IntVector bits = IntVector.fromArray(INTS, keys, keysOffset + i);
      bits.lanewise(VectorOperators.ASHR, 31)
          .and(Integer.MAX_VALUE)
          .lanewise(VectorOperators.XOR, bits)
          .reinterpretAsFloats()
          .intoArray(x, xOffset + i);
    }
    REST.fromSortable(keys, keysOffset + whole, x, xOffset + whole, length - whole);
  }

  @Override
  public void compareExchange(int[] keys, int[] pairs) {
    for (int pair = 0; pair < pairs.length; pair += 2) {
      int low = pairs[pair] * COLUMNS;
      int high = pairs[pair + 1] * COLUMNS;
      for (int i = 0; i < COLUMNS; i += 4 * LANES) {
        compareExchange(keys, low + i, high + i);
        compareExchange(keys, low + i + LANES, high + i + LANES);
        compareExchange(keys, low + i + 2 * LANES, high + i + 2 * LANES);
        compareExchange(keys, low + i + 3 * LANES, high + i + 3 * LANES);
      }
    }
  }

  private static void compareExchange(int[] keys, int low, int high) {
    IntVector a = IntVector.fromArray(INTS, keys, low);
    IntVector b = IntVector.fromArray(INTS, keys, high);
    a.min(b).intoArray(keys, low);
    a.max(b).intoArray(keys, high);
  }

  @Override
  public void mean(StackedRows rows, int length, float[] out, int to) {
    int done = mean(rows, length, out, to, scratch.get());
    if (done < length) {
      REST.mean(rows.shifted(done), length - done, out, to + done);
    }
  }

  /** Returns how many columns are done, from the first on. */
  private static int mean(StackedRows rows, int length, float[] out, int to, double[] sums) {
    int lastRow = rows.offset() + (rows.count() - 1) * rows.stride();
    int readable = rows.values().length - lastRow - LANES + HALF;
    int end = Math.min(length, readable);
    int i = 0;
    for (; i <= end - TILE; i += TILE) {
      sum(rows, i, sums);
      for (int part = 0; part < TILE; part += LANES) {
        quotients(sums, part + HALF, rows.count())
            .rearrange(HALVES_SWAPPED)
            .blend(quotients(sums, part, rows.count()), LOW_HALF)
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

  private static void sum(StackedRows stack, int column, double[] sums) {
    float[] rows = stack.values();
    int at = stack.offset() + column;
    int stride = stack.stride();
    int count = stack.count();
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

  @Override
  public void meanOfNearest(Nearest nearest, float[][] rows, int from, int length, float[] out) {
    VectorNearest.mean(nearest, rows, from, length, out, scratch.get());
  }

  @Override
  public int countBetween(float[] x, int at, Bounds bounds, int length) {
    float[] values = bounds.values();
    int whole = FLOATS.loopBound(length);
    int count = 0;
    for (int i = 0; i < whole; i += LANES) {
      FloatVector v = FloatVector.fromArray(FLOATS, x, at + i);
      FloatVector least = FloatVector.fromArray(FLOATS, values, bounds.least() + i);
      FloatVector greatest = FloatVector.fromArray(FLOATS, values, bounds.greatest() + i);
      count +=
          v.compare(VectorOperators.GE, least)
              .and(v.compare(VectorOperators.LE, greatest))
              .trueCount();
    }
    return whole == length
        ? count
        : count + REST.countBetween(x, at + whole, bounds.shifted(whole), length - whole);
  }
}
