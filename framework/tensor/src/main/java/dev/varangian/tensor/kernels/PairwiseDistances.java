package dev.varangian.tensor.kernels;

import static dev.varangian.tensor.kernels.Kernels.GROUP;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The squared distances of all pairs of rows from two groups. The rows are widened to double, or
 * their sums formed, a strip at a time, once for all pairs; then tiles of three rows by three add
 * to the pairs' lanes.
 */
final class PairwiseDistances {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final int HALF = DOUBLES.length();
  private static final int FIXED_LANES = 16;
  private static final int TALL = 3;
  private static final int WIDE = 3;

  /** The coordinates of a strip: those of a small group stay in the first-level cache. */
  private static final int STRIP = 512;

  /** The distance between widened rows: no two in the same place of the cache. */
  private static final int ROW = STRIP + 24;

  /** The distance between the lanes of (i, j) and (i + 1, j); tiles reach past the last row. */
  private static final int LANES_ROW = (GROUP + WIDE) * FIXED_LANES;

  private static final int RIGHT = GROUP * ROW;
  private static final int SUMS = RIGHT + (GROUP + WIDE) * ROW;

  private PairwiseDistances() {}

  /** What distances are taken of, a strip of coordinates at a time. */
  @FunctionalInterface
  private interface Strips {
    /** Writes coordinates of a row, or sum, in double. */
    void write(int row, int from, int length, double[] wide, int to);
  }

  /** As {@link Kernels#squaredDistances}. */
  static void block(
      float[][] rows,
      int left,
      int right,
      int from,
      int to,
      double[] scratch,
      double[] out,
      int offset) {
    Strips strips = (row, start, length, wide, at) -> widen(rows[row], start, length, wide, at);
    block(rows.length, strips, left, right, from, to, scratch, out, offset);
  }

  /** As {@link Kernels#squaredDistancesOfSums}. */
  static void blockOfSums(
      double[][] weights,
      float[][] rows,
      int left,
      int right,
      int from,
      int to,
      double[] scratch,
      double[] out,
      int offset) {
    WeightedSums[] sums = new WeightedSums[weights.length];
    for (int s = 0; s < sums.length; s++) {
      sums[s] = new WeightedSums(weights[s], rows);
    }
    Strips strips =
        (s, start, length, wide, at) -> {
          sums[s].form(start, length, wide, at);
          pad(length, wide, at);
        };
    block(sums.length, strips, left, right, from, to, scratch, out, offset);
  }

  private static void block(
      int count,
      Strips strips,
      int left,
      int right,
      int from,
      int to,
      double[] scratch,
      double[] out,
      int offset) {
    int height = Math.min(GROUP, count - left);
    int width = Math.min(GROUP, count - right);
    for (int strip = from; strip < to; strip += STRIP) {
      int length = Math.min(STRIP, to - strip);
      for (int i = 0; i < height; i++) {
        strips.write(left + i, strip, length, scratch, i * ROW);
      }
      for (int j = 0; left != right && j < width; j++) {
        strips.write(right + j, strip, length, scratch, RIGHT + j * ROW);
      }
      int padded = (length + FIXED_LANES - 1) / FIXED_LANES * FIXED_LANES;
      for (int i = 0; i < height; i += TALL) {
        for (int j = left == right ? i + 1 : 0; j < width; j += WIDE) {
          int other = (left == right ? 0 : RIGHT) + j * ROW;
          int sums = SUMS + i * LANES_ROW + j * FIXED_LANES;
          for (int shift = 0; shift < FIXED_LANES; shift += HALF) {
            tile(scratch, i * ROW + shift, other + shift, padded, sums + shift, strip != from);
          }
        }
      }
    }
    for (int i = 0; i < height; i++) {
      for (int j = left == right ? i + 1 : 0; j < width; j++) {
        int sums = SUMS + i * LANES_ROW + j * FIXED_LANES;
        out[offset + (left + i) * count + right + j] = folded(scratch, sums);
      }
    }
  }

  /** Converts coordinates; adds zeros, as for sums, up to whole groups of 16. */
  private static void widen(float[] row, int from, int length, double[] wide, int to) {
    int readable = Math.max(0, row.length - from - LANES + HALF); // the lower half alone is widened
    int whole = Math.min(length, readable) / HALF * HALF;
    for (int i = 0; i < whole; i += HALF) {
      FloatVector x = FloatVector.fromArray(FLOATS, row, from + i);
      ((DoubleVector) x.convertShape(VectorOperators.F2D, DOUBLES, 0)).intoArray(wide, to + i);
    }
    for (int i = whole; i < length; i++) {
      wide[to + i] = row[from + i];
    }
    pad(length, wide, to);
  }

  private static void pad(int length, double[] wide, int to) {
    for (int i = length; i % FIXED_LANES != 0; i++) {
      wide[to + i] = 0;
    }
  }

  /** As {@link ScalarKernels#fold}, without a change. */
  private static double folded(double[] x, int at) {
    double even = quarter(x, at) + quarter(x, at + 2);
    double odd = quarter(x, at + 1) + quarter(x, at + 3);
    return even + odd;
  }

  private static double quarter(double[] x, int at) {
    return (x[at] + x[at + 8]) + (x[at + 4] + x[at + 12]);
  }

  /** Three rows by three, every sixteenth coordinate and its neighbours in a vector. */
  private static void tile(
      double[] x, int left, int right, int length, int sums, boolean accumulate) {
    int row1 = sums + LANES_ROW;
    int row2 = row1 + LANES_ROW;
    DoubleVector s00 = start(x, sums, accumulate);
    DoubleVector s01 = start(x, sums + FIXED_LANES, accumulate);
    DoubleVector s02 = start(x, sums + 2 * FIXED_LANES, accumulate);
    DoubleVector s10 = start(x, row1, accumulate);
    DoubleVector s11 = start(x, row1 + FIXED_LANES, accumulate);
    DoubleVector s12 = start(x, row1 + 2 * FIXED_LANES, accumulate);
    DoubleVector s20 = start(x, row2, accumulate);
    DoubleVector s21 = start(x, row2 + FIXED_LANES, accumulate);
    DoubleVector s22 = start(x, row2 + 2 * FIXED_LANES, accumulate);
    for (int i = 0; i < length; i += FIXED_LANES) {
      DoubleVector a0 = DoubleVector.fromArray(DOUBLES, x, left + i);
      DoubleVector a1 = DoubleVector.fromArray(DOUBLES, x, left + ROW + i);
      DoubleVector a2 = DoubleVector.fromArray(DOUBLES, x, left + 2 * ROW + i);
      DoubleVector b0 = DoubleVector.fromArray(DOUBLES, x, right + i);
      DoubleVector d00 = a0.sub(b0);
      DoubleVector d10 = a1.sub(b0);
      DoubleVector d20 = a2.sub(b0);
      s00 = d00.fma(d00, s00);
      s10 = d10.fma(d10, s10);
      s20 = d20.fma(d20, s20);
      DoubleVector b1 = DoubleVector.fromArray(DOUBLES, x, right + ROW + i);
      DoubleVector d01 = a0.sub(b1);
      DoubleVector d11 = a1.sub(b1);
      DoubleVector d21 = a2.sub(b1);
      s01 = d01.fma(d01, s01);
      s11 = d11.fma(d11, s11);
      s21 = d21.fma(d21, s21);
      DoubleVector b2 = DoubleVector.fromArray(DOUBLES, x, right + 2 * ROW + i);
      DoubleVector d02 = a0.sub(b2);
      DoubleVector d12 = a1.sub(b2);
      DoubleVector d22 = a2.sub(b2);
      s02 = d02.fma(d02, s02);
      s12 = d12.fma(d12, s12);
      s22 = d22.fma(d22, s22);
    }
    s00.intoArray(x, sums);
    s01.intoArray(x, sums + FIXED_LANES);
    s02.intoArray(x, sums + 2 * FIXED_LANES);
    s10.intoArray(x, row1);
    s11.intoArray(x, row1 + FIXED_LANES);
    s12.intoArray(x, row1 + 2 * FIXED_LANES);
    s20.intoArray(x, row2);
    s21.intoArray(x, row2 + FIXED_LANES);
    s22.intoArray(x, row2 + 2 * FIXED_LANES);
  }

  private static DoubleVector start(double[] x, int offset, boolean accumulate) {
    return accumulate ? DoubleVector.fromArray(DOUBLES, x, offset) : DoubleVector.zero(DOUBLES);
  }
}
