package dev.varangian.tensor.kernels;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sorts columns of few values in registers, a column in each lane, by networks of the least known
 * number of comparisons (Knuth, The Art of Computer Programming 3, section 5.3.4). What is compared
 * are sortable integers: float minima would have to look for NaN and for the signs of zeros.
 *
 * <p>Nothing is left to small methods: in methods of this length C2 does not inline them, and every
 * vector that is passed to one goes by the heap. Values of rows that there are not come last in
 * order, and are stored where those of the first place are stored after them.
 */
final class FewSorted {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();

  /** Stands in for rows that there are not: its keys come after all others. */
  private static final float[] NONE = new float[LANES];

  static {
    Arrays.fill(NONE, Float.intBitsToFloat(Integer.MAX_VALUE));
  }

  private FewSorted() {}

  /** As {@link Kernels#sortFew}, for at least as many columns as a vector has lanes. */
  static void sort(float[][] rows, int from, int length, float[] sorted, int stride) {
    if (rows.length <= 10) {
      ten(rows, from, sorted, stride, length);
    } else {
      sixteen(rows, from, sorted, stride, length);
    }
  }

  private static float[] row(float[][] rows, int row) {
    return row < rows.length ? rows[row] : NONE;
  }

  /** Up to ten rows, by 29 comparisons. */
  private static void ten(float[][] rows, int from, float[] sorted, int stride, int length) {
    int n = rows.length;
    float[] x0 = row(rows, 0);
    float[] x1 = row(rows, 1);
    float[] x2 = row(rows, 2);
    float[] x3 = row(rows, 3);
    float[] x4 = row(rows, 4);
    float[] x5 = row(rows, 5);
    float[] x6 = row(rows, 6);
    float[] x7 = row(rows, 7);
    float[] x8 = row(rows, 8);
    float[] x9 = row(rows, 9);
    int last = length - LANES;
    for (int next = 0; next < length; next += LANES) {
      int i = Math.min(next, last); // values sorted twice come out the same
      int at = from + i;
      IntVector k0 = FloatVector.fromArray(FLOATS, x0, at).reinterpretAsInts();
      k0 = k0.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k0);
      IntVector k1 = FloatVector.fromArray(FLOATS, x1, n > 1 ? at : 0).reinterpretAsInts();
      k1 = k1.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k1);
      IntVector k2 = FloatVector.fromArray(FLOATS, x2, n > 2 ? at : 0).reinterpretAsInts();
      k2 = k2.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k2);
      IntVector k3 = FloatVector.fromArray(FLOATS, x3, n > 3 ? at : 0).reinterpretAsInts();
      k3 = k3.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k3);
      IntVector k4 = FloatVector.fromArray(FLOATS, x4, n > 4 ? at : 0).reinterpretAsInts();
      k4 = k4.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k4);
      IntVector k5 = FloatVector.fromArray(FLOATS, x5, n > 5 ? at : 0).reinterpretAsInts();
      k5 = k5.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k5);
      IntVector k6 = FloatVector.fromArray(FLOATS, x6, n > 6 ? at : 0).reinterpretAsInts();
      k6 = k6.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k6);
      IntVector k7 = FloatVector.fromArray(FLOATS, x7, n > 7 ? at : 0).reinterpretAsInts();
      k7 = k7.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k7);
      IntVector k8 = FloatVector.fromArray(FLOATS, x8, n > 8 ? at : 0).reinterpretAsInts();
      k8 = k8.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k8);
      IntVector k9 = FloatVector.fromArray(FLOATS, x9, n > 9 ? at : 0).reinterpretAsInts();
      k9 = k9.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k9);
      IntVector least;
      least = k0.min(k8);
      k8 = k0.max(k8);
      k0 = least;
      least = k1.min(k9);
      k9 = k1.max(k9);
      k1 = least;
      least = k2.min(k7);
      k7 = k2.max(k7);
      k2 = least;
      least = k3.min(k5);
      k5 = k3.max(k5);
      k3 = least;
      least = k4.min(k6);
      k6 = k4.max(k6);
      k4 = least;
      least = k0.min(k2);
      k2 = k0.max(k2);
      k0 = least;
      least = k1.min(k4);
      k4 = k1.max(k4);
      k1 = least;
      least = k5.min(k8);
      k8 = k5.max(k8);
      k5 = least;
      least = k7.min(k9);
      k9 = k7.max(k9);
      k7 = least;
      least = k0.min(k3);
      k3 = k0.max(k3);
      k0 = least;
      least = k2.min(k4);
      k4 = k2.max(k4);
      k2 = least;
      least = k5.min(k7);
      k7 = k5.max(k7);
      k5 = least;
      least = k6.min(k9);
      k9 = k6.max(k9);
      k6 = least;
      least = k0.min(k1);
      k1 = k0.max(k1);
      k0 = least;
      least = k3.min(k6);
      k6 = k3.max(k6);
      k3 = least;
      least = k8.min(k9);
      k9 = k8.max(k9);
      k8 = least;
      least = k1.min(k5);
      k5 = k1.max(k5);
      k1 = least;
      least = k2.min(k3);
      k3 = k2.max(k3);
      k2 = least;
      least = k4.min(k8);
      k8 = k4.max(k8);
      k4 = least;
      least = k6.min(k7);
      k7 = k6.max(k7);
      k6 = least;
      least = k1.min(k2);
      k2 = k1.max(k2);
      k1 = least;
      least = k3.min(k5);
      k5 = k3.max(k5);
      k3 = least;
      least = k4.min(k6);
      k6 = k4.max(k6);
      k4 = least;
      least = k7.min(k8);
      k8 = k7.max(k8);
      k7 = least;
      least = k2.min(k3);
      k3 = k2.max(k3);
      k2 = least;
      least = k4.min(k5);
      k5 = k4.max(k5);
      k4 = least;
      least = k6.min(k7);
      k7 = k6.max(k7);
      k6 = least;
      least = k3.min(k4);
      k4 = k3.max(k4);
      k3 = least;
      least = k5.min(k6);
      k6 = k5.max(k6);
      k5 = least;

      k9 = k9.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k9);
      k9.reinterpretAsFloats().intoArray(sorted, n > 9 ? i + 9 * stride : i);
      k8 = k8.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k8);
      k8.reinterpretAsFloats().intoArray(sorted, n > 8 ? i + 8 * stride : i);
      k7 = k7.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k7);
      k7.reinterpretAsFloats().intoArray(sorted, n > 7 ? i + 7 * stride : i);
      k6 = k6.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k6);
      k6.reinterpretAsFloats().intoArray(sorted, n > 6 ? i + 6 * stride : i);
      k5 = k5.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k5);
      k5.reinterpretAsFloats().intoArray(sorted, n > 5 ? i + 5 * stride : i);
      k4 = k4.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k4);
      k4.reinterpretAsFloats().intoArray(sorted, n > 4 ? i + 4 * stride : i);
      k3 = k3.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k3);
      k3.reinterpretAsFloats().intoArray(sorted, n > 3 ? i + 3 * stride : i);
      k2 = k2.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k2);
      k2.reinterpretAsFloats().intoArray(sorted, n > 2 ? i + 2 * stride : i);
      k1 = k1.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k1);
      k1.reinterpretAsFloats().intoArray(sorted, n > 1 ? i + 1 * stride : i);
      k0 = k0.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k0);
      k0.reinterpretAsFloats().intoArray(sorted, i);
    }
  }

  /** Eleven to sixteen rows, by Green's 60 comparisons. */
  private static void sixteen(float[][] rows, int from, float[] sorted, int stride, int length) {
    int n = rows.length;
    float[] x0 = row(rows, 0);
    float[] x1 = row(rows, 1);
    float[] x2 = row(rows, 2);
    float[] x3 = row(rows, 3);
    float[] x4 = row(rows, 4);
    float[] x5 = row(rows, 5);
    float[] x6 = row(rows, 6);
    float[] x7 = row(rows, 7);
    float[] x8 = row(rows, 8);
    float[] x9 = row(rows, 9);
    float[] x10 = row(rows, 10);
    float[] x11 = row(rows, 11);
    float[] x12 = row(rows, 12);
    float[] x13 = row(rows, 13);
    float[] x14 = row(rows, 14);
    float[] x15 = row(rows, 15);
    int last = length - LANES;
    for (int next = 0; next < length; next += LANES) {
      int i = Math.min(next, last); // values sorted twice come out the same
      int at = from + i;
      IntVector k0 = FloatVector.fromArray(FLOATS, x0, at).reinterpretAsInts();
      k0 = k0.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k0);
      IntVector k1 = FloatVector.fromArray(FLOATS, x1, at).reinterpretAsInts();
      k1 = k1.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k1);
      IntVector k2 = FloatVector.fromArray(FLOATS, x2, at).reinterpretAsInts();
      k2 = k2.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k2);
      IntVector k3 = FloatVector.fromArray(FLOATS, x3, at).reinterpretAsInts();
      k3 = k3.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k3);
      IntVector k4 = FloatVector.fromArray(FLOATS, x4, at).reinterpretAsInts();
      k4 = k4.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k4);
      IntVector k5 = FloatVector.fromArray(FLOATS, x5, at).reinterpretAsInts();
      k5 = k5.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k5);
      IntVector k6 = FloatVector.fromArray(FLOATS, x6, at).reinterpretAsInts();
      k6 = k6.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k6);
      IntVector k7 = FloatVector.fromArray(FLOATS, x7, at).reinterpretAsInts();
      k7 = k7.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k7);
      IntVector k8 = FloatVector.fromArray(FLOATS, x8, at).reinterpretAsInts();
      k8 = k8.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k8);
      IntVector k9 = FloatVector.fromArray(FLOATS, x9, at).reinterpretAsInts();
      k9 = k9.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k9);
      IntVector k10 = FloatVector.fromArray(FLOATS, x10, at).reinterpretAsInts();
      k10 = k10.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k10);
      IntVector k11 = FloatVector.fromArray(FLOATS, x11, n > 11 ? at : 0).reinterpretAsInts();
      k11 = k11.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k11);
      IntVector k12 = FloatVector.fromArray(FLOATS, x12, n > 12 ? at : 0).reinterpretAsInts();
      k12 = k12.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k12);
      IntVector k13 = FloatVector.fromArray(FLOATS, x13, n > 13 ? at : 0).reinterpretAsInts();
      k13 = k13.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k13);
      IntVector k14 = FloatVector.fromArray(FLOATS, x14, n > 14 ? at : 0).reinterpretAsInts();
      k14 = k14.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k14);
      IntVector k15 = FloatVector.fromArray(FLOATS, x15, n > 15 ? at : 0).reinterpretAsInts();
      k15 = k15.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k15);
      IntVector least;
      least = k0.min(k1);
      k1 = k0.max(k1);
      k0 = least;
      least = k2.min(k3);
      k3 = k2.max(k3);
      k2 = least;
      least = k4.min(k5);
      k5 = k4.max(k5);
      k4 = least;
      least = k6.min(k7);
      k7 = k6.max(k7);
      k6 = least;
      least = k8.min(k9);
      k9 = k8.max(k9);
      k8 = least;
      least = k10.min(k11);
      k11 = k10.max(k11);
      k10 = least;
      least = k12.min(k13);
      k13 = k12.max(k13);
      k12 = least;
      least = k14.min(k15);
      k15 = k14.max(k15);
      k14 = least;
      least = k0.min(k2);
      k2 = k0.max(k2);
      k0 = least;
      least = k1.min(k3);
      k3 = k1.max(k3);
      k1 = least;
      least = k4.min(k6);
      k6 = k4.max(k6);
      k4 = least;
      least = k5.min(k7);
      k7 = k5.max(k7);
      k5 = least;
      least = k8.min(k10);
      k10 = k8.max(k10);
      k8 = least;
      least = k9.min(k11);
      k11 = k9.max(k11);
      k9 = least;
      least = k12.min(k14);
      k14 = k12.max(k14);
      k12 = least;
      least = k13.min(k15);
      k15 = k13.max(k15);
      k13 = least;
      least = k0.min(k4);
      k4 = k0.max(k4);
      k0 = least;
      least = k1.min(k5);
      k5 = k1.max(k5);
      k1 = least;
      least = k2.min(k6);
      k6 = k2.max(k6);
      k2 = least;
      least = k3.min(k7);
      k7 = k3.max(k7);
      k3 = least;
      least = k8.min(k12);
      k12 = k8.max(k12);
      k8 = least;
      least = k9.min(k13);
      k13 = k9.max(k13);
      k9 = least;
      least = k10.min(k14);
      k14 = k10.max(k14);
      k10 = least;
      least = k11.min(k15);
      k15 = k11.max(k15);
      k11 = least;
      least = k0.min(k8);
      k8 = k0.max(k8);
      k0 = least;
      least = k1.min(k9);
      k9 = k1.max(k9);
      k1 = least;
      least = k2.min(k10);
      k10 = k2.max(k10);
      k2 = least;
      least = k3.min(k11);
      k11 = k3.max(k11);
      k3 = least;
      least = k4.min(k12);
      k12 = k4.max(k12);
      k4 = least;
      least = k5.min(k13);
      k13 = k5.max(k13);
      k5 = least;
      least = k6.min(k14);
      k14 = k6.max(k14);
      k6 = least;
      least = k7.min(k15);
      k15 = k7.max(k15);
      k7 = least;
      least = k5.min(k10);
      k10 = k5.max(k10);
      k5 = least;
      least = k6.min(k9);
      k9 = k6.max(k9);
      k6 = least;
      least = k3.min(k12);
      k12 = k3.max(k12);
      k3 = least;
      least = k13.min(k14);
      k14 = k13.max(k14);
      k13 = least;
      least = k4.min(k8);
      k8 = k4.max(k8);
      k4 = least;
      least = k7.min(k11);
      k11 = k7.max(k11);
      k7 = least;
      least = k1.min(k2);
      k2 = k1.max(k2);
      k1 = least;
      least = k1.min(k4);
      k4 = k1.max(k4);
      k1 = least;
      least = k7.min(k13);
      k13 = k7.max(k13);
      k7 = least;
      least = k2.min(k8);
      k8 = k2.max(k8);
      k2 = least;
      least = k11.min(k14);
      k14 = k11.max(k14);
      k11 = least;
      least = k2.min(k4);
      k4 = k2.max(k4);
      k2 = least;
      least = k5.min(k6);
      k6 = k5.max(k6);
      k5 = least;
      least = k9.min(k10);
      k10 = k9.max(k10);
      k9 = least;
      least = k11.min(k13);
      k13 = k11.max(k13);
      k11 = least;
      least = k3.min(k8);
      k8 = k3.max(k8);
      k3 = least;
      least = k7.min(k12);
      k12 = k7.max(k12);
      k7 = least;
      least = k6.min(k8);
      k8 = k6.max(k8);
      k6 = least;
      least = k10.min(k12);
      k12 = k10.max(k12);
      k10 = least;
      least = k3.min(k5);
      k5 = k3.max(k5);
      k3 = least;
      least = k7.min(k9);
      k9 = k7.max(k9);
      k7 = least;
      least = k3.min(k4);
      k4 = k3.max(k4);
      k3 = least;
      least = k5.min(k6);
      k6 = k5.max(k6);
      k5 = least;
      least = k7.min(k8);
      k8 = k7.max(k8);
      k7 = least;
      least = k9.min(k10);
      k10 = k9.max(k10);
      k9 = least;
      least = k11.min(k12);
      k12 = k11.max(k12);
      k11 = least;
      least = k6.min(k7);
      k7 = k6.max(k7);
      k6 = least;
      least = k8.min(k9);
      k9 = k8.max(k9);
      k8 = least;
      k15 = k15.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k15);
      k15.reinterpretAsFloats().intoArray(sorted, n > 15 ? i + 15 * stride : i);
      k14 = k14.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k14);
      k14.reinterpretAsFloats().intoArray(sorted, n > 14 ? i + 14 * stride : i);
      k13 = k13.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k13);
      k13.reinterpretAsFloats().intoArray(sorted, n > 13 ? i + 13 * stride : i);
      k12 = k12.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k12);
      k12.reinterpretAsFloats().intoArray(sorted, n > 12 ? i + 12 * stride : i);
      k11 = k11.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k11);
      k11.reinterpretAsFloats().intoArray(sorted, n > 11 ? i + 11 * stride : i);
      k10 = k10.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k10);
      k10.reinterpretAsFloats().intoArray(sorted, i + 10 * stride);
      k9 = k9.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k9);
      k9.reinterpretAsFloats().intoArray(sorted, i + 9 * stride);
      k8 = k8.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k8);
      k8.reinterpretAsFloats().intoArray(sorted, i + 8 * stride);
      k7 = k7.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k7);
      k7.reinterpretAsFloats().intoArray(sorted, i + 7 * stride);
      k6 = k6.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k6);
      k6.reinterpretAsFloats().intoArray(sorted, i + 6 * stride);
      k5 = k5.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k5);
      k5.reinterpretAsFloats().intoArray(sorted, i + 5 * stride);
      k4 = k4.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k4);
      k4.reinterpretAsFloats().intoArray(sorted, i + 4 * stride);
      k3 = k3.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k3);
      k3.reinterpretAsFloats().intoArray(sorted, i + 3 * stride);
      k2 = k2.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k2);
      k2.reinterpretAsFloats().intoArray(sorted, i + 2 * stride);
      k1 = k1.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k1);
      k1.reinterpretAsFloats().intoArray(sorted, i + 1 * stride);
      k0 = k0.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, k0);
      k0.reinterpretAsFloats().intoArray(sorted, i);
    }
  }
}
