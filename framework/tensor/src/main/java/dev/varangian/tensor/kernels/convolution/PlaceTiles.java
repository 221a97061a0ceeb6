package dev.varangian.tensor.kernels.convolution;

import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.SAMPLES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost level of {@link ConvolutionKernels#correlate}: sums kept in registers over the
 * whole depth, in one loop (nested loops make them escape to the heap on Java 17). A CPU with 32
 * vector registers holds 25 sums, one with 16 holds 10.
 */
final class PlaceTiles {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

  private PlaceTiles() {}

  /** All entries; the parameters are those of the kernel and where the result goes. */
  static void square(PlaceSums p, int left, int right, int result) {
    int depth = p.rightPlaces().length;
    float[] a = p.left();
    int aStep = p.leftStride();
    float[] b = p.right();
    int[] places = p.rightPlaces();
    float[] c = p.sums();
    FloatVector s00 = FloatVector.zero(FLOATS);
    FloatVector s01 = FloatVector.zero(FLOATS);
    FloatVector s02 = FloatVector.zero(FLOATS);
    FloatVector s03 = FloatVector.zero(FLOATS);
    FloatVector s04 = FloatVector.zero(FLOATS);
    FloatVector s10 = FloatVector.zero(FLOATS);
    FloatVector s11 = FloatVector.zero(FLOATS);
    FloatVector s12 = FloatVector.zero(FLOATS);
    FloatVector s13 = FloatVector.zero(FLOATS);
    FloatVector s14 = FloatVector.zero(FLOATS);
    FloatVector s20 = FloatVector.zero(FLOATS);
    FloatVector s21 = FloatVector.zero(FLOATS);
    FloatVector s22 = FloatVector.zero(FLOATS);
    FloatVector s23 = FloatVector.zero(FLOATS);
    FloatVector s24 = FloatVector.zero(FLOATS);
    FloatVector s30 = FloatVector.zero(FLOATS);
    FloatVector s31 = FloatVector.zero(FLOATS);
    FloatVector s32 = FloatVector.zero(FLOATS);
    FloatVector s33 = FloatVector.zero(FLOATS);
    FloatVector s34 = FloatVector.zero(FLOATS);
    FloatVector s40 = FloatVector.zero(FLOATS);
    FloatVector s41 = FloatVector.zero(FLOATS);
    FloatVector s42 = FloatVector.zero(FLOATS);
    FloatVector s43 = FloatVector.zero(FLOATS);
    FloatVector s44 = FloatVector.zero(FLOATS);
    for (int q = 0; q < depth; q++) {
      int from = left + q * aStep;
      int at = right + places[q];
      FloatVector g0 = FloatVector.fromArray(FLOATS, a, from);
      FloatVector g1 = FloatVector.fromArray(FLOATS, a, from + 1 * SAMPLES);
      FloatVector g2 = FloatVector.fromArray(FLOATS, a, from + 2 * SAMPLES);
      FloatVector g3 = FloatVector.fromArray(FLOATS, a, from + 3 * SAMPLES);
      FloatVector g4 = FloatVector.fromArray(FLOATS, a, from + 4 * SAMPLES);
      FloatVector x0 = FloatVector.fromArray(FLOATS, b, at);
      s00 = g0.fma(x0, s00);
      s10 = g1.fma(x0, s10);
      s20 = g2.fma(x0, s20);
      s30 = g3.fma(x0, s30);
      s40 = g4.fma(x0, s40);
      FloatVector x1 = FloatVector.fromArray(FLOATS, b, at + 1 * SAMPLES);
      s01 = g0.fma(x1, s01);
      s11 = g1.fma(x1, s11);
      s21 = g2.fma(x1, s21);
      s31 = g3.fma(x1, s31);
      s41 = g4.fma(x1, s41);
      FloatVector x2 = FloatVector.fromArray(FLOATS, b, at + 2 * SAMPLES);
      s02 = g0.fma(x2, s02);
      s12 = g1.fma(x2, s12);
      s22 = g2.fma(x2, s22);
      s32 = g3.fma(x2, s32);
      s42 = g4.fma(x2, s42);
      FloatVector x3 = FloatVector.fromArray(FLOATS, b, at + 3 * SAMPLES);
      s03 = g0.fma(x3, s03);
      s13 = g1.fma(x3, s13);
      s23 = g2.fma(x3, s23);
      s33 = g3.fma(x3, s33);
      s43 = g4.fma(x3, s43);
      FloatVector x4 = FloatVector.fromArray(FLOATS, b, at + 4 * SAMPLES);
      s04 = g0.fma(x4, s04);
      s14 = g1.fma(x4, s14);
      s24 = g2.fma(x4, s24);
      s34 = g3.fma(x4, s34);
      s44 = g4.fma(x4, s44);
    }
    s00.intoArray(c, result);
    s01.intoArray(c, result + 1 * SAMPLES);
    s02.intoArray(c, result + 2 * SAMPLES);
    s03.intoArray(c, result + 3 * SAMPLES);
    s04.intoArray(c, result + 4 * SAMPLES);
    s10.intoArray(c, result + 5 * SAMPLES);
    s11.intoArray(c, result + 6 * SAMPLES);
    s12.intoArray(c, result + 7 * SAMPLES);
    s13.intoArray(c, result + 8 * SAMPLES);
    s14.intoArray(c, result + 9 * SAMPLES);
    s20.intoArray(c, result + 10 * SAMPLES);
    s21.intoArray(c, result + 11 * SAMPLES);
    s22.intoArray(c, result + 12 * SAMPLES);
    s23.intoArray(c, result + 13 * SAMPLES);
    s24.intoArray(c, result + 14 * SAMPLES);
    s30.intoArray(c, result + 15 * SAMPLES);
    s31.intoArray(c, result + 16 * SAMPLES);
    s32.intoArray(c, result + 17 * SAMPLES);
    s33.intoArray(c, result + 18 * SAMPLES);
    s34.intoArray(c, result + 19 * SAMPLES);
    s40.intoArray(c, result + 20 * SAMPLES);
    s41.intoArray(c, result + 21 * SAMPLES);
    s42.intoArray(c, result + 22 * SAMPLES);
    s43.intoArray(c, result + 23 * SAMPLES);
    s44.intoArray(c, result + 24 * SAMPLES);
  }

  /** Two entries, for as many samples as a register holds. */
  static void pair(PlaceSums p, int left, int right, int result) {
    int depth = p.rightPlaces().length;
    float[] a = p.left();
    int aStep = p.leftStride();
    float[] b = p.right();
    int[] places = p.rightPlaces();
    float[] c = p.sums();
    FloatVector s00 = FloatVector.zero(FLOATS);
    FloatVector s01 = FloatVector.zero(FLOATS);
    FloatVector s10 = FloatVector.zero(FLOATS);
    FloatVector s11 = FloatVector.zero(FLOATS);
    FloatVector s20 = FloatVector.zero(FLOATS);
    FloatVector s21 = FloatVector.zero(FLOATS);
    FloatVector s30 = FloatVector.zero(FLOATS);
    FloatVector s31 = FloatVector.zero(FLOATS);
    FloatVector s40 = FloatVector.zero(FLOATS);
    FloatVector s41 = FloatVector.zero(FLOATS);
    for (int q = 0; q < depth; q++) {
      int from = left + q * aStep;
      int at = right + places[q];
      FloatVector x0 = FloatVector.fromArray(FLOATS, b, at);
      FloatVector x1 = FloatVector.fromArray(FLOATS, b, at + 1 * SAMPLES);
      FloatVector g0 = FloatVector.fromArray(FLOATS, a, from);
      s00 = g0.fma(x0, s00);
      s01 = g0.fma(x1, s01);
      FloatVector g1 = FloatVector.fromArray(FLOATS, a, from + 1 * SAMPLES);
      s10 = g1.fma(x0, s10);
      s11 = g1.fma(x1, s11);
      FloatVector g2 = FloatVector.fromArray(FLOATS, a, from + 2 * SAMPLES);
      s20 = g2.fma(x0, s20);
      s21 = g2.fma(x1, s21);
      FloatVector g3 = FloatVector.fromArray(FLOATS, a, from + 3 * SAMPLES);
      s30 = g3.fma(x0, s30);
      s31 = g3.fma(x1, s31);
      FloatVector g4 = FloatVector.fromArray(FLOATS, a, from + 4 * SAMPLES);
      s40 = g4.fma(x0, s40);
      s41 = g4.fma(x1, s41);
    }
    s00.intoArray(c, result);
    s01.intoArray(c, result + 1 * SAMPLES);
    s10.intoArray(c, result + 5 * SAMPLES);
    s11.intoArray(c, result + 6 * SAMPLES);
    s20.intoArray(c, result + 10 * SAMPLES);
    s21.intoArray(c, result + 11 * SAMPLES);
    s30.intoArray(c, result + 15 * SAMPLES);
    s31.intoArray(c, result + 16 * SAMPLES);
    s40.intoArray(c, result + 20 * SAMPLES);
    s41.intoArray(c, result + 21 * SAMPLES);
  }

  /** One entry, for as many samples as a register holds. */
  static void single(PlaceSums p, int left, int right, int result) {
    int depth = p.rightPlaces().length;
    float[] a = p.left();
    int aStep = p.leftStride();
    float[] b = p.right();
    int[] places = p.rightPlaces();
    float[] c = p.sums();
    FloatVector s00 = FloatVector.zero(FLOATS);
    FloatVector s10 = FloatVector.zero(FLOATS);
    FloatVector s20 = FloatVector.zero(FLOATS);
    FloatVector s30 = FloatVector.zero(FLOATS);
    FloatVector s40 = FloatVector.zero(FLOATS);
    for (int q = 0; q < depth; q++) {
      int from = left + q * aStep;
      int at = right + places[q];
      FloatVector x0 = FloatVector.fromArray(FLOATS, b, at);
      FloatVector g0 = FloatVector.fromArray(FLOATS, a, from);
      s00 = g0.fma(x0, s00);
      FloatVector g1 = FloatVector.fromArray(FLOATS, a, from + 1 * SAMPLES);
      s10 = g1.fma(x0, s10);
      FloatVector g2 = FloatVector.fromArray(FLOATS, a, from + 2 * SAMPLES);
      s20 = g2.fma(x0, s20);
      FloatVector g3 = FloatVector.fromArray(FLOATS, a, from + 3 * SAMPLES);
      s30 = g3.fma(x0, s30);
      FloatVector g4 = FloatVector.fromArray(FLOATS, a, from + 4 * SAMPLES);
      s40 = g4.fma(x0, s40);
    }
    s00.intoArray(c, result);
    s10.intoArray(c, result + 5 * SAMPLES);
    s20.intoArray(c, result + 10 * SAMPLES);
    s30.intoArray(c, result + 15 * SAMPLES);
    s40.intoArray(c, result + 20 * SAMPLES);
  }
}
