package dev.varangian.tensor.kernels.reduction;

import static dev.varangian.tensor.kernels.reduction.ReductionKernels.GROUP;
import static dev.varangian.tensor.kernels.reduction.ReductionKernels.PARTIAL_SUMS;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The squared distances of all pairs of rows from two groups. The rows are widened to double, or
 * their sums formed, a strip at a time, once for all pairs; then tiles of three rows by three add
 * to the partial sums of the pairs.
 */
final class DistanceTiles {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final int HALF = DOUBLES.length();
  private static final int TALL = 3;
  private static final int WIDE = 3;

  /** The coordinates of a strip: those of a small group stay in the first-level cache. */
  private static final int STRIP = 512;

  /**
   * The distance between widened rows, chosen so that no two compete for the same place of the
   * cache.
   */
  private static final int ROW = STRIP + 24;

  /**
   * The distance between the partial sums of (i, j) and (i + 1, j); tiles reach past the last row.
   */
  private static final int SUMS_ROW = (GROUP + WIDE) * PARTIAL_SUMS;

  private static final int RIGHT = GROUP * ROW;
  private static final int SUMS = RIGHT + (GROUP + WIDE) * ROW;

  private DistanceTiles() {}

  /** The rows or sums whose distances are computed, a strip of coordinates at a time. */
  @FunctionalInterface
  private interface Strips {
    /** Writes coordinates of a row, or sum, in double. */
    void write(int row, int from, int length, double[] wide, int to);
  }

  /** As {@link ReductionKernels#squaredDistances}. */
  static void ofRows(float[][] rows, PairBlock part, double[] scratch, double[] out, int offset) {
    Strips strips = (row, start, length, wide, at) -> widen(rows[row], start, length, wide, at);
    of(rows.length, strips, part, scratch, out, offset);
  }

  /** As {@link ReductionKernels#squaredDistancesOfSums}. */
  static void ofSums(
      double[][] weights,
      float[][] rows,
      PairBlock part,
      double[] scratch,
      double[] out,
      int offset) {
    VectorSums[] sums = new VectorSums[weights.length];
    for (int s = 0; s < sums.length; s++) {
      sums[s] = new VectorSums(weights[s], rows);
    }
    Strips strips =
        (s, start, length, wide, at) -> {
          sums[s].form(start, length, wide, at);
          pad(length, wide, at);
        };
    of(sums.length, strips, part, scratch, out, offset);
  }

  private static void of(
      int count, Strips strips, PairBlock part, double[] scratch, double[] out, int offset) {
    int left = part.left();
    int right = part.right();
    int height = part.leftEnd(count) - left;
    int width = part.rightEnd(count) - right;
    for (int strip = part.from(); strip < part.to(); strip += STRIP) {
      int length = Math.min(STRIP, part.to() - strip);
      for (int i = 0; i < height; i++) {
        strips.write(left + i, strip, length, scratch, i * ROW);
      }
      for (int j = 0; left != right && j < width; j++) {
        strips.write(right + j, strip, length, scratch, RIGHT + j * ROW);
      }
      int padded = (length + PARTIAL_SUMS - 1) / PARTIAL_SUMS * PARTIAL_SUMS;
      for (int i = 0; i < height; i += TALL) {
        for (int j = left == right ? i + 1 : 0; j < width; j += WIDE) {
          int other = (left == right ? 0 : RIGHT) + j * ROW;
          int sums = SUMS + i * SUMS_ROW + j * PARTIAL_SUMS;
          boolean accumulate = strip != part.from();
          for (int shift = 0; shift < PARTIAL_SUMS; shift += HALF) {
            tile(scratch, i * ROW + shift, other + shift, padded, sums + shift, accumulate);
          }
        }
      }
    }
    for (int i = 0; i < height; i++) {
      for (int j = left == right ? i + 1 : 0; j < width; j++) {
        int sums = SUMS + i * SUMS_ROW + j * PARTIAL_SUMS;
        out[offset + (left + i) * count + right + j] = folded(scratch, sums);
      }
    }
  }

  /** Converts coordinates, and adds zeros up to a whole group of partial sums. */
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
    for (int i = length; i % PARTIAL_SUMS != 0; i++) {
      wide[to + i] = 0;
    }
  }

  /** As {@link ScalarReductionKernels#fold}, without overwriting. */
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
    int row1 = sums + SUMS_ROW;
    int row2 = row1 + SUMS_ROW;
    DoubleVector s00 = start(x, sums, accumulate);
    DoubleVector s01 = start(x, sums + PARTIAL_SUMS, accumulate);
    DoubleVector s02 = start(x, sums + 2 * PARTIAL_SUMS, accumulate);
    DoubleVector s10 = start(x, row1, accumulate);
    DoubleVector s11 = start(x, row1 + PARTIAL_SUMS, accumulate);
    DoubleVector s12 = start(x, row1 + 2 * PARTIAL_SUMS, accumulate);
    DoubleVector s20 = start(x, row2, accumulate);
    DoubleVector s21 = start(x, row2 + PARTIAL_SUMS, accumulate);
    DoubleVector s22 = start(x, row2 + 2 * PARTIAL_SUMS, accumulate);
    for (int i = 0; i < length; i += PARTIAL_SUMS) {
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
    s01.intoArray(x, sums + PARTIAL_SUMS);
    s02.intoArray(x, sums + 2 * PARTIAL_SUMS);
    s10.intoArray(x, row1);
    s11.intoArray(x, row1 + PARTIAL_SUMS);
    s12.intoArray(x, row1 + 2 * PARTIAL_SUMS);
    s20.intoArray(x, row2);
    s21.intoArray(x, row2 + PARTIAL_SUMS);
    s22.intoArray(x, row2 + 2 * PARTIAL_SUMS);
  }

  private static DoubleVector start(double[] x, int offset, boolean accumulate) {
    return accumulate ? DoubleVector.fromArray(DOUBLES, x, offset) : DoubleVector.zero(DOUBLES);
  }
}
