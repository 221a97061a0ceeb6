package dev.varangian.tensor.kernels.reduction;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * With the Vector API. To widen the upper half of a vector of floats, the vector half a register
 * later is read and its lower half widened, which is faster than a shuffle; the vector loops
 * therefore end half a register before the arrays do.
 */
public final class VectorReductionKernels implements ReductionKernels {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final int HALF = DOUBLES.length();

  /** Each thread's working memory for sums in double. */
  private final ThreadLocal<double[]> scratch =
      ThreadLocal.withInitial(() -> new double[VectorSums.TILE]);

  @Override
  public double squaredNorm(float[] x, int from, int to) {
    double sum = 0;
    double[] parts = new double[PARTIAL_SUMS];
    for (int block = from; block < to; block += BLOCK) {
      int end = Math.min(to, block + BLOCK);
      int whole = whole(block, Math.min(end, x.length - HALF));
      for (int shift = 0; shift < PARTIAL_SUMS; shift += LANES) {
        DoubleVector low = DoubleVector.zero(DOUBLES);
        DoubleVector high = DoubleVector.zero(DOUBLES);
        for (int i = block + shift; i < whole; i += PARTIAL_SUMS) {
          DoubleVector a = doubles(x, i);
          DoubleVector b = doubles(x, i + HALF);
          low = a.fma(a, low);
          high = b.fma(b, high);
        }
        low.intoArray(parts, shift);
        high.intoArray(parts, shift + HALF);
      }
      for (int i = whole; i < end; i++) {
        double v = x[i];
        int part = (i - whole) % PARTIAL_SUMS;
        parts[part] = Math.fma(v, v, parts[part]);
      }
      sum += ScalarReductionKernels.fold(parts);
    }
    return sum;
  }

  @Override
  public double squaredDistance(float[] x, float[] y, int from, int to) {
    double sum = 0;
    double[] parts = new double[PARTIAL_SUMS];
    int readable = Math.min(x.length, y.length) - HALF;
    for (int block = from; block < to; block += BLOCK) {
      int end = Math.min(to, block + BLOCK);
      int whole = whole(block, Math.min(end, readable));
      for (int shift = 0; shift < PARTIAL_SUMS; shift += LANES) {
        DoubleVector low = DoubleVector.zero(DOUBLES);
        DoubleVector high = DoubleVector.zero(DOUBLES);
        for (int i = block + shift; i < whole; i += PARTIAL_SUMS) {
          DoubleVector a = doubles(x, i).sub(doubles(y, i));
          DoubleVector b = doubles(x, i + HALF).sub(doubles(y, i + HALF));
          low = a.fma(a, low);
          high = b.fma(b, high);
        }
        low.intoArray(parts, shift);
        high.intoArray(parts, shift + HALF);
      }
      for (int i = whole; i < end; i++) {
        double v = (double) x[i] - y[i];
        int part = (i - whole) % PARTIAL_SUMS;
        parts[part] = Math.fma(v, v, parts[part]);
      }
      sum += ScalarReductionKernels.fold(parts);
    }
    return sum;
  }

  @Override
  public double dot(float[] x, float[] y, int from, int to) {
    double sum = 0;
    double[] parts = new double[PARTIAL_SUMS];
    int readable = Math.min(x.length, y.length) - HALF;
    for (int block = from; block < to; block += BLOCK) {
      int end = Math.min(to, block + BLOCK);
      int whole = whole(block, Math.min(end, readable));
      for (int shift = 0; shift < PARTIAL_SUMS; shift += LANES) {
        DoubleVector low = DoubleVector.zero(DOUBLES);
        DoubleVector high = DoubleVector.zero(DOUBLES);
        for (int i = block + shift; i < whole; i += PARTIAL_SUMS) {
          low = doubles(x, i).fma(doubles(y, i), low);
          high = doubles(x, i + HALF).fma(doubles(y, i + HALF), high);
        }
        low.intoArray(parts, shift);
        high.intoArray(parts, shift + HALF);
      }
      for (int i = whole; i < end; i++) {
        int part = (i - whole) % PARTIAL_SUMS;
        parts[part] = Math.fma((double) x[i], y[i], parts[part]);
      }
      sum += ScalarReductionKernels.fold(parts);
    }
    return sum;
  }

  @Override
  public void weightedSum(double[] weights, float[][] rows, float[] out, int from, int to) {
    new VectorSums(weights, rows).write(out, from, to, scratch.get());
  }

  @Override
  public void squaredDistances(
      float[][] rows, PairBlock part, double[] scratch, double[] out, int offset) {
    DistanceTiles.ofRows(rows, part, scratch, out, offset);
  }

  @Override
  public void squaredDistancesOfSums(
      double[][] weights,
      float[][] rows,
      PairBlock part,
      double[] scratch,
      double[] out,
      int offset) {
    DistanceTiles.ofSums(weights, rows, part, scratch, out, offset);
  }

  /** The end of the last whole group of {@value #PARTIAL_SUMS} coordinates before {@code end}. */
  private static int whole(int block, int end) {
    return block + Math.max(0, end - block) / PARTIAL_SUMS * PARTIAL_SUMS;
  }

  private static DoubleVector doubles(float[] x, int i) {
    return (DoubleVector)
        FloatVector.fromArray(FLOATS, x, i).convertShape(VectorOperators.F2D, DOUBLES, 0);
  }
}
