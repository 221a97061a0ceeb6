package dev.varangian.tensor.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sorts columns of few values in registers, a column in each lane, by networks of the least known
 * number of comparisons (Knuth, The Art of Computer Programming 3, section 5.3.4). What is compared
 * are sortable integers: float minima would have to look for NaN and for the signs of zeros.
 */
final class FewSorted {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();

  /** Stands after all others, in the place of rows that there are not. */
  private static final IntVector LAST = IntVector.broadcast(INTS, Integer.MAX_VALUE);

  private FewSorted() {}

  /** As {@link Kernels#sortFew}, for at least as many columns as a vector has lanes. */
  static void sort(float[][] rows, int from, int length, float[] sorted, int stride) {
    if (rows.length <= 10) {
      ten(rows, from, sorted, stride, length);
    } else {
      sixteen(rows, from, sorted, stride, length);
    }
  }

  private static IntVector keys(float[][] rows, int row, int at) {
    IntVector bits = FloatVector.fromArray(FLOATS, rows[row], at).reinterpretAsInts();
    return swapped(bits);
  }

  private static void store(IntVector keys, float[] sorted, int at) {
    swapped(keys).reinterpretAsFloats().intoArray(sorted, at);
  }

  /** From bits to keys or back. */
  private static IntVector swapped(IntVector bits) {
    return bits.lanewise(VectorOperators.ASHR, 31)
        .and(Integer.MAX_VALUE)
        .lanewise(VectorOperators.XOR, bits);
  }

  /** Up to ten rows, by 29 comparisons. */
  private static void ten(float[][] rows, int from, float[] sorted, int stride, int length) {
    int n = rows.length;
    int last = length - LANES;
    for (int next = 0; next < length; next += LANES) {
      int i = Math.min(next, last); // values sorted twice come out the same
      int at = from + i;
      IntVector k0 = keys(rows, 0, at);
      IntVector k1 = n > 1 ? keys(rows, 1, at) : LAST;
      IntVector k2 = n > 2 ? keys(rows, 2, at) : LAST;
      IntVector k3 = n > 3 ? keys(rows, 3, at) : LAST;
      IntVector k4 = n > 4 ? keys(rows, 4, at) : LAST;
      IntVector k5 = n > 5 ? keys(rows, 5, at) : LAST;
      IntVector k6 = n > 6 ? keys(rows, 6, at) : LAST;
      IntVector k7 = n > 7 ? keys(rows, 7, at) : LAST;
      IntVector k8 = n > 8 ? keys(rows, 8, at) : LAST;
      IntVector k9 = n > 9 ? keys(rows, 9, at) : LAST;
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
      store(k0, sorted, i);
      if (n > 1) {
        store(k1, sorted, i + 1 * stride);
      }
      if (n > 2) {
        store(k2, sorted, i + 2 * stride);
      }
      if (n > 3) {
        store(k3, sorted, i + 3 * stride);
      }
      if (n > 4) {
        store(k4, sorted, i + 4 * stride);
      }
      if (n > 5) {
        store(k5, sorted, i + 5 * stride);
      }
      if (n > 6) {
        store(k6, sorted, i + 6 * stride);
      }
      if (n > 7) {
        store(k7, sorted, i + 7 * stride);
      }
      if (n > 8) {
        store(k8, sorted, i + 8 * stride);
      }
      if (n > 9) {
        store(k9, sorted, i + 9 * stride);
      }
    }
  }

  /** Eleven to sixteen rows, by Green's 60 comparisons. */
  private static void sixteen(float[][] rows, int from, float[] sorted, int stride, int length) {
    int n = rows.length;
    int last = length - LANES;
    for (int next = 0; next < length; next += LANES) {
      int i = Math.min(next, last); // values sorted twice come out the same
      int at = from + i;
      IntVector k0 = keys(rows, 0, at);
      IntVector k1 = keys(rows, 1, at);
      IntVector k2 = keys(rows, 2, at);
      IntVector k3 = keys(rows, 3, at);
      IntVector k4 = keys(rows, 4, at);
      IntVector k5 = keys(rows, 5, at);
      IntVector k6 = keys(rows, 6, at);
      IntVector k7 = keys(rows, 7, at);
      IntVector k8 = keys(rows, 8, at);
      IntVector k9 = keys(rows, 9, at);
      IntVector k10 = keys(rows, 10, at);
      IntVector k11 = n > 11 ? keys(rows, 11, at) : LAST;
      IntVector k12 = n > 12 ? keys(rows, 12, at) : LAST;
      IntVector k13 = n > 13 ? keys(rows, 13, at) : LAST;
      IntVector k14 = n > 14 ? keys(rows, 14, at) : LAST;
      IntVector k15 = n > 15 ? keys(rows, 15, at) : LAST;
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
      store(k0, sorted, i);
      store(k1, sorted, i + 1 * stride);
      store(k2, sorted, i + 2 * stride);
      store(k3, sorted, i + 3 * stride);
      store(k4, sorted, i + 4 * stride);
      store(k5, sorted, i + 5 * stride);
      store(k6, sorted, i + 6 * stride);
      store(k7, sorted, i + 7 * stride);
      store(k8, sorted, i + 8 * stride);
      store(k9, sorted, i + 9 * stride);
      store(k10, sorted, i + 10 * stride);
      if (n > 11) {
        store(k11, sorted, i + 11 * stride);
      }
      if (n > 12) {
        store(k12, sorted, i + 12 * stride);
      }
      if (n > 13) {
        store(k13, sorted, i + 13 * stride);
      }
      if (n > 14) {
        store(k14, sorted, i + 14 * stride);
      }
      if (n > 15) {
        store(k15, sorted, i + 15 * stride);
      }
    }
  }
}
