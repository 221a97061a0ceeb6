package dev.varangian.tensor.kernels.reduction;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Weighted sums of rows in double, a tile at a time: its sums stay in the first-level cache while
 * up to eight rows at once are added to them. Only the lower halves of vectors of floats are
 * widened, which is faster than shuffling the upper halves.
 */
final class VectorSums {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final int HALF = DOUBLES.length();

  /** The coordinates of a tile. */
  static final int TILE = 512;

  private final double[] weights;
  private final float[][] rows;

  /** The rows that are read: those of weight 0 are not. */
  private final int[] used;

  private final int count;

  /** The length of the shortest of them. */
  private final int shortest;

  VectorSums(double[] weights, float[][] rows) {
    this.weights = weights;
    this.rows = rows;
    this.used = new int[weights.length];
    int found = 0;
    int least = Integer.MAX_VALUE;
    for (int j = 0; j < weights.length; j++) {
      if (weights[j] != 0) {
        used[found++] = j;
        least = Math.min(least, rows[j].length);
      }
    }
    this.count = found;
    this.shortest = least;
  }

  /**
   * As {@link ReductionKernels#weightedSum}.
   *
   * @param sums working memory of {@link #TILE} numbers
   */
  void write(float[] out, int from, int to, double[] sums) {
    for (int start = from; start < to; start += TILE) {
      int length = Math.min(TILE, to - start);
      form(start, length, sums, 0);
      // The next vector overwrites the upper half of each, so the loop ends one vector early.
      int next = 0;
      for (; next <= length - LANES; next += HALF) {
        floats(sums, next).intoArray(out, start + next);
      }
      for (; next < length; next++) {
        out[start + next] = (float) sums[next];
      }
    }
  }

  /**
   * Writes the sums of some coordinates in double; vectors are read as far as all rows allow.
   *
   * @param at where the first of them goes in {@code sums}
   */
  void form(int start, int length, double[] sums, int at) {
    int whole = Math.max(0, Math.min(length, shortest - LANES + HALF - start)) / HALF * HALF;
    if (count == 0) {
      Arrays.fill(sums, at, at + length, 0);
    }
    int next = 0;
    for (; next + 8 <= count; next += 8) {
      addEight(next, start, whole, length, sums, at, next > 0);
    }
    if (next + 4 <= count) {
      addFour(next, start, whole, length, sums, at, next > 0);
      next += 4;
    }
    for (; next < count; next++) {
      addOne(next, start, whole, length, sums, at, next > 0);
    }
  }

  private void addEight(
      int next, int start, int whole, int length, double[] sums, int at, boolean more) {
    float[] x0 = rows[used[next]];
    float[] x1 = rows[used[next + 1]];
    float[] x2 = rows[used[next + 2]];
    float[] x3 = rows[used[next + 3]];
    float[] x4 = rows[used[next + 4]];
    float[] x5 = rows[used[next + 5]];
    float[] x6 = rows[used[next + 6]];
    float[] x7 = rows[used[next + 7]];
    double w0 = weights[used[next]];
    double w1 = weights[used[next + 1]];
    double w2 = weights[used[next + 2]];
    double w3 = weights[used[next + 3]];
    double w4 = weights[used[next + 4]];
    double w5 = weights[used[next + 5]];
    double w6 = weights[used[next + 6]];
    double w7 = weights[used[next + 7]];
    DoubleVector v0 = DoubleVector.broadcast(DOUBLES, w0);
    DoubleVector v1 = DoubleVector.broadcast(DOUBLES, w1);
    DoubleVector v2 = DoubleVector.broadcast(DOUBLES, w2);
    DoubleVector v3 = DoubleVector.broadcast(DOUBLES, w3);
    DoubleVector v4 = DoubleVector.broadcast(DOUBLES, w4);
    DoubleVector v5 = DoubleVector.broadcast(DOUBLES, w5);
    DoubleVector v6 = DoubleVector.broadcast(DOUBLES, w6);
    DoubleVector v7 = DoubleVector.broadcast(DOUBLES, w7);
    for (int i = 0; i < whole; i += HALF) {
      DoubleVector sum =
          more ? DoubleVector.fromArray(DOUBLES, sums, at + i) : DoubleVector.zero(DOUBLES);
      sum = v0.fma(doubles(x0, start + i), sum);
      sum = v1.fma(doubles(x1, start + i), sum);
      sum = v2.fma(doubles(x2, start + i), sum);
      sum = v3.fma(doubles(x3, start + i), sum);
      sum = v4.fma(doubles(x4, start + i), sum);
      sum = v5.fma(doubles(x5, start + i), sum);
      sum = v6.fma(doubles(x6, start + i), sum);
      sum = v7.fma(doubles(x7, start + i), sum);
      sum.intoArray(sums, at + i);
    }
    for (int i = whole; i < length; i++) {
      double sum = more ? sums[at + i] : 0;
      sum = Math.fma(w0, x0[start + i], sum);
      sum = Math.fma(w1, x1[start + i], sum);
      sum = Math.fma(w2, x2[start + i], sum);
      sum = Math.fma(w3, x3[start + i], sum);
      sum = Math.fma(w4, x4[start + i], sum);
      sum = Math.fma(w5, x5[start + i], sum);
      sum = Math.fma(w6, x6[start + i], sum);
      sum = Math.fma(w7, x7[start + i], sum);
      sums[at + i] = sum;
    }
  }

  private void addFour(
      int next, int start, int whole, int length, double[] sums, int at, boolean more) {
    float[] x0 = rows[used[next]];
    float[] x1 = rows[used[next + 1]];
    float[] x2 = rows[used[next + 2]];
    float[] x3 = rows[used[next + 3]];
    double w0 = weights[used[next]];
    double w1 = weights[used[next + 1]];
    double w2 = weights[used[next + 2]];
    double w3 = weights[used[next + 3]];
    DoubleVector v0 = DoubleVector.broadcast(DOUBLES, w0);
    DoubleVector v1 = DoubleVector.broadcast(DOUBLES, w1);
    DoubleVector v2 = DoubleVector.broadcast(DOUBLES, w2);
    DoubleVector v3 = DoubleVector.broadcast(DOUBLES, w3);
    for (int i = 0; i < whole; i += HALF) {
      DoubleVector sum =
          more ? DoubleVector.fromArray(DOUBLES, sums, at + i) : DoubleVector.zero(DOUBLES);
      sum = v0.fma(doubles(x0, start + i), sum);
      sum = v1.fma(doubles(x1, start + i), sum);
      sum = v2.fma(doubles(x2, start + i), sum);
      sum = v3.fma(doubles(x3, start + i), sum);
      sum.intoArray(sums, at + i);
    }
    for (int i = whole; i < length; i++) {
      double sum = more ? sums[at + i] : 0;
      sum = Math.fma(w0, x0[start + i], sum);
      sum = Math.fma(w1, x1[start + i], sum);
      sum = Math.fma(w2, x2[start + i], sum);
      sum = Math.fma(w3, x3[start + i], sum);
      sums[at + i] = sum;
    }
  }

  private void addOne(
      int next, int start, int whole, int length, double[] sums, int at, boolean more) {
    float[] x0 = rows[used[next]];
    double w0 = weights[used[next]];
    DoubleVector v0 = DoubleVector.broadcast(DOUBLES, w0);
    for (int i = 0; i < whole; i += HALF) {
      DoubleVector sum =
          more ? DoubleVector.fromArray(DOUBLES, sums, at + i) : DoubleVector.zero(DOUBLES);
      sum = v0.fma(doubles(x0, start + i), sum);
      sum.intoArray(sums, at + i);
    }
    for (int i = whole; i < length; i++) {
      double sum = more ? sums[at + i] : 0;
      sum = Math.fma(w0, x0[start + i], sum);
      sums[at + i] = sum;
    }
  }

  private static DoubleVector doubles(float[] x, int i) {
    return (DoubleVector)
        FloatVector.fromArray(FLOATS, x, i).convertShape(VectorOperators.F2D, DOUBLES, 0);
  }

  private static FloatVector floats(double[] x, int i) {
    return (FloatVector)
        DoubleVector.fromArray(DOUBLES, x, i).convertShape(VectorOperators.D2F, FLOATS, 0);
  }
}
