package dev.varangian.tensor.kernels;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of products over one or two rows, in the order that {@link Kernels} lays down. The upper
 * half of a vector of floats is widened as the lower half of one that is read half a vector later,
 * which is quicker than a shuffle; so the vector loops end half a vector before the arrays do.
 */
final class Reductions {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final int HALF = DOUBLES.length();
  private static final int FIXED_LANES = 16;

  private Reductions() {}

  /** As {@link Kernels#squaredNorm}. */
  static double squaredNorm(float[] x, int from, int to) {
    double sum = 0;
    double[] lanes = new double[FIXED_LANES];
    for (int block = from; block < to; block += Kernels.BLOCK) {
      int end = Math.min(to, block + Kernels.BLOCK);
      int whole = whole(block, Math.min(end, x.length - HALF));
      for (int shift = 0; shift < FIXED_LANES; shift += LANES) {
        DoubleVector low = DoubleVector.zero(DOUBLES);
        DoubleVector high = DoubleVector.zero(DOUBLES);
        for (int i = block + shift; i < whole; i += FIXED_LANES) {
          DoubleVector a = doubles(x, i);
          DoubleVector b = doubles(x, i + HALF);
          low = a.fma(a, low);
          high = b.fma(b, high);
        }
        low.intoArray(lanes, shift);
        high.intoArray(lanes, shift + HALF);
      }
      for (int i = whole; i < end; i++) {
        double v = x[i];
        int lane = (i - whole) % FIXED_LANES;
        lanes[lane] = Math.fma(v, v, lanes[lane]);
      }
      sum += ScalarKernels.fold(lanes);
    }
    return sum;
  }

  /** As {@link Kernels#squaredDistance}. */
  static double squaredDistance(float[] x, float[] y, int from, int to) {
    double sum = 0;
    double[] lanes = new double[FIXED_LANES];
    int readable = Math.min(x.length, y.length) - HALF;
    for (int block = from; block < to; block += Kernels.BLOCK) {
      int end = Math.min(to, block + Kernels.BLOCK);
      int whole = whole(block, Math.min(end, readable));
      for (int shift = 0; shift < FIXED_LANES; shift += LANES) {
        DoubleVector low = DoubleVector.zero(DOUBLES);
        DoubleVector high = DoubleVector.zero(DOUBLES);
        for (int i = block + shift; i < whole; i += FIXED_LANES) {
          DoubleVector a = doubles(x, i).sub(doubles(y, i));
          DoubleVector b = doubles(x, i + HALF).sub(doubles(y, i + HALF));
          low = a.fma(a, low);
          high = b.fma(b, high);
        }
        low.intoArray(lanes, shift);
        high.intoArray(lanes, shift + HALF);
      }
      for (int i = whole; i < end; i++) {
        double v = (double) x[i] - y[i];
        int lane = (i - whole) % FIXED_LANES;
        lanes[lane] = Math.fma(v, v, lanes[lane]);
      }
      sum += ScalarKernels.fold(lanes);
    }
    return sum;
  }

  /** As {@link Kernels#dot}. */
  static double dot(float[] x, float[] y, int from, int to) {
    double sum = 0;
    double[] lanes = new double[FIXED_LANES];
    int readable = Math.min(x.length, y.length) - HALF;
    for (int block = from; block < to; block += Kernels.BLOCK) {
      int end = Math.min(to, block + Kernels.BLOCK);
      int whole = whole(block, Math.min(end, readable));
      for (int shift = 0; shift < FIXED_LANES; shift += LANES) {
        DoubleVector low = DoubleVector.zero(DOUBLES);
        DoubleVector high = DoubleVector.zero(DOUBLES);
        for (int i = block + shift; i < whole; i += FIXED_LANES) {
          low = doubles(x, i).fma(doubles(y, i), low);
          high = doubles(x, i + HALF).fma(doubles(y, i + HALF), high);
        }
        low.intoArray(lanes, shift);
        high.intoArray(lanes, shift + HALF);
      }
      for (int i = whole; i < end; i++) {
        int lane = (i - whole) % FIXED_LANES;
        lanes[lane] = Math.fma((double) x[i], y[i], lanes[lane]);
      }
      sum += ScalarKernels.fold(lanes);
    }
    return sum;
  }

  /** Where the last group of 16 coordinates ends that lies before {@code end}. */
  private static int whole(int block, int end) {
    return block + Math.max(0, end - block) / FIXED_LANES * FIXED_LANES;
  }

  private static DoubleVector doubles(float[] x, int i) {
    return (DoubleVector)
        FloatVector.fromArray(FLOATS, x, i).convertShape(VectorOperators.F2D, DOUBLES, 0);
  }
}
