package dev.varangian.tensor.kernels;

import static dev.varangian.tensor.kernels.Kernels.SAMPLES;
import static dev.varangian.tensor.kernels.Kernels.TILE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost level of convolutions: sums kept in registers over the whole depth, in one loop
 * (nested ones make them escape to the heap on Java 17). A unit with 32 registers holds 20 or 25
 * sums, one with 16 holds 10.
 */
final class ConvolutionTiles {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final boolean MANY_REGISTERS = LANES == SAMPLES;

  private ConvolutionTiles() {}

  /** As {@link Kernels#convolve}. */
  static void convolve(
      int depth,
      float[] a,
      int aOffset,
      float[] b,
      int[] taps,
      int b0,
      int b1,
      int b2,
      int b3,
      float[] c,
      int c0,
      int c1,
      int c2,
      int c3,
      boolean accumulate) {
    if (MANY_REGISTERS) {
      four(depth, a, aOffset, b, taps, b0, b1, b2, b3, c, c0, c1, c2, c3, accumulate);
      return;
    }
    for (int lane = 0; lane < SAMPLES; lane += LANES) {
      two(depth, a, aOffset, b, taps, b0 + lane, b1 + lane, c, c0 + lane, c1 + lane, accumulate);
      if (c3 != c1) {
        two(depth, a, aOffset, b, taps, b2 + lane, b3 + lane, c, c2 + lane, c3 + lane, accumulate);
      }
    }
  }

  /** Four places. */
  static void four(
      int depth,
      float[] a,
      int aOffset,
      float[] b,
      int[] taps,
      int b0,
      int b1,
      int b2,
      int b3,
      float[] c,
      int c0,
      int c1,
      int c2,
      int c3,
      boolean accumulate) {
    FloatVector s00 = start(c, c0, accumulate);
    FloatVector s01 = start(c, c0 + 1 * SAMPLES, accumulate);
    FloatVector s02 = start(c, c0 + 2 * SAMPLES, accumulate);
    FloatVector s03 = start(c, c0 + 3 * SAMPLES, accumulate);
    FloatVector s04 = start(c, c0 + 4 * SAMPLES, accumulate);
    FloatVector s10 = start(c, c1, accumulate);
    FloatVector s11 = start(c, c1 + 1 * SAMPLES, accumulate);
    FloatVector s12 = start(c, c1 + 2 * SAMPLES, accumulate);
    FloatVector s13 = start(c, c1 + 3 * SAMPLES, accumulate);
    FloatVector s14 = start(c, c1 + 4 * SAMPLES, accumulate);
    FloatVector s20 = start(c, c2, accumulate);
    FloatVector s21 = start(c, c2 + 1 * SAMPLES, accumulate);
    FloatVector s22 = start(c, c2 + 2 * SAMPLES, accumulate);
    FloatVector s23 = start(c, c2 + 3 * SAMPLES, accumulate);
    FloatVector s24 = start(c, c2 + 4 * SAMPLES, accumulate);
    FloatVector s30 = start(c, c3, accumulate);
    FloatVector s31 = start(c, c3 + 1 * SAMPLES, accumulate);
    FloatVector s32 = start(c, c3 + 2 * SAMPLES, accumulate);
    FloatVector s33 = start(c, c3 + 3 * SAMPLES, accumulate);
    FloatVector s34 = start(c, c3 + 4 * SAMPLES, accumulate);
    for (int t = 0; t < depth; t++) {
      int tap = taps[t];
      FloatVector x0 = FloatVector.fromArray(FLOATS, b, b0 + tap);
      FloatVector x1 = FloatVector.fromArray(FLOATS, b, b1 + tap);
      FloatVector x2 = FloatVector.fromArray(FLOATS, b, b2 + tap);
      FloatVector x3 = FloatVector.fromArray(FLOATS, b, b3 + tap);
      int at = aOffset + t * TILE;
      FloatVector w0 = FloatVector.broadcast(FLOATS, a[at]);
      s00 = w0.fma(x0, s00);
      s10 = w0.fma(x1, s10);
      s20 = w0.fma(x2, s20);
      s30 = w0.fma(x3, s30);
      FloatVector w1 = FloatVector.broadcast(FLOATS, a[at + 1]);
      s01 = w1.fma(x0, s01);
      s11 = w1.fma(x1, s11);
      s21 = w1.fma(x2, s21);
      s31 = w1.fma(x3, s31);
      FloatVector w2 = FloatVector.broadcast(FLOATS, a[at + 2]);
      s02 = w2.fma(x0, s02);
      s12 = w2.fma(x1, s12);
      s22 = w2.fma(x2, s22);
      s32 = w2.fma(x3, s32);
      FloatVector w3 = FloatVector.broadcast(FLOATS, a[at + 3]);
      s03 = w3.fma(x0, s03);
      s13 = w3.fma(x1, s13);
      s23 = w3.fma(x2, s23);
      s33 = w3.fma(x3, s33);
      FloatVector w4 = FloatVector.broadcast(FLOATS, a[at + 4]);
      s04 = w4.fma(x0, s04);
      s14 = w4.fma(x1, s14);
      s24 = w4.fma(x2, s24);
      s34 = w4.fma(x3, s34);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + 1 * SAMPLES);
    s02.intoArray(c, c0 + 2 * SAMPLES);
    s03.intoArray(c, c0 + 3 * SAMPLES);
    s04.intoArray(c, c0 + 4 * SAMPLES);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + 1 * SAMPLES);
    s12.intoArray(c, c1 + 2 * SAMPLES);
    s13.intoArray(c, c1 + 3 * SAMPLES);
    s14.intoArray(c, c1 + 4 * SAMPLES);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + 1 * SAMPLES);
    s22.intoArray(c, c2 + 2 * SAMPLES);
    s23.intoArray(c, c2 + 3 * SAMPLES);
    s24.intoArray(c, c2 + 4 * SAMPLES);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + 1 * SAMPLES);
    s32.intoArray(c, c3 + 2 * SAMPLES);
    s33.intoArray(c, c3 + 3 * SAMPLES);
    s34.intoArray(c, c3 + 4 * SAMPLES);
  }

  /** Two places. */
  static void two(
      int depth,
      float[] a,
      int aOffset,
      float[] b,
      int[] taps,
      int b0,
      int b1,
      float[] c,
      int c0,
      int c1,
      boolean accumulate) {
    FloatVector s00 = start(c, c0, accumulate);
    FloatVector s01 = start(c, c0 + 1 * SAMPLES, accumulate);
    FloatVector s02 = start(c, c0 + 2 * SAMPLES, accumulate);
    FloatVector s03 = start(c, c0 + 3 * SAMPLES, accumulate);
    FloatVector s04 = start(c, c0 + 4 * SAMPLES, accumulate);
    FloatVector s10 = start(c, c1, accumulate);
    FloatVector s11 = start(c, c1 + 1 * SAMPLES, accumulate);
    FloatVector s12 = start(c, c1 + 2 * SAMPLES, accumulate);
    FloatVector s13 = start(c, c1 + 3 * SAMPLES, accumulate);
    FloatVector s14 = start(c, c1 + 4 * SAMPLES, accumulate);
    for (int t = 0; t < depth; t++) {
      int tap = taps[t];
      FloatVector x0 = FloatVector.fromArray(FLOATS, b, b0 + tap);
      FloatVector x1 = FloatVector.fromArray(FLOATS, b, b1 + tap);
      int at = aOffset + t * TILE;
      FloatVector w0 = FloatVector.broadcast(FLOATS, a[at]);
      s00 = w0.fma(x0, s00);
      s10 = w0.fma(x1, s10);
      FloatVector w1 = FloatVector.broadcast(FLOATS, a[at + 1]);
      s01 = w1.fma(x0, s01);
      s11 = w1.fma(x1, s11);
      FloatVector w2 = FloatVector.broadcast(FLOATS, a[at + 2]);
      s02 = w2.fma(x0, s02);
      s12 = w2.fma(x1, s12);
      FloatVector w3 = FloatVector.broadcast(FLOATS, a[at + 3]);
      s03 = w3.fma(x0, s03);
      s13 = w3.fma(x1, s13);
      FloatVector w4 = FloatVector.broadcast(FLOATS, a[at + 4]);
      s04 = w4.fma(x0, s04);
      s14 = w4.fma(x1, s14);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + 1 * SAMPLES);
    s02.intoArray(c, c0 + 2 * SAMPLES);
    s03.intoArray(c, c0 + 3 * SAMPLES);
    s04.intoArray(c, c0 + 4 * SAMPLES);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + 1 * SAMPLES);
    s12.intoArray(c, c1 + 2 * SAMPLES);
    s13.intoArray(c, c1 + 3 * SAMPLES);
    s14.intoArray(c, c1 + 4 * SAMPLES);
  }

  private static FloatVector start(float[] c, int offset, boolean accumulate) {
    return accumulate ? FloatVector.fromArray(FLOATS, c, offset) : FloatVector.zero(FLOATS);
  }

  /** As {@link Kernels#correlate}. */
  static void correlate(
      int depth,
      float[] a,
      int aOffset,
      int aStep,
      float[] b,
      int bOffset,
      int[] steps,
      float[] c,
      int cOffset) {
    if (MANY_REGISTERS) {
      square(depth, a, aOffset, aStep, b, bOffset, steps, c, cOffset);
      return;
    }
    for (int lane = 0; lane < SAMPLES; lane += LANES) {
      for (int entry = 0; entry < TILE - 1; entry += 2) {
        int shift = lane + entry * SAMPLES;
        pair(depth, a, aOffset + lane, aStep, b, bOffset + shift, steps, c, cOffset + shift);
      }
      int shift = lane + (TILE - 1) * SAMPLES;
      single(depth, a, aOffset + lane, aStep, b, bOffset + shift, steps, c, cOffset + shift);
    }
  }

  /** All entries. */
  static void square(
      int depth,
      float[] a,
      int aOffset,
      int aStep,
      float[] b,
      int bOffset,
      int[] steps,
      float[] c,
      int cOffset) {
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
      int from = aOffset + q * aStep;
      int at = bOffset + steps[q];
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
    s00.intoArray(c, cOffset);
    s01.intoArray(c, cOffset + 1 * SAMPLES);
    s02.intoArray(c, cOffset + 2 * SAMPLES);
    s03.intoArray(c, cOffset + 3 * SAMPLES);
    s04.intoArray(c, cOffset + 4 * SAMPLES);
    s10.intoArray(c, cOffset + 5 * SAMPLES);
    s11.intoArray(c, cOffset + 6 * SAMPLES);
    s12.intoArray(c, cOffset + 7 * SAMPLES);
    s13.intoArray(c, cOffset + 8 * SAMPLES);
    s14.intoArray(c, cOffset + 9 * SAMPLES);
    s20.intoArray(c, cOffset + 10 * SAMPLES);
    s21.intoArray(c, cOffset + 11 * SAMPLES);
    s22.intoArray(c, cOffset + 12 * SAMPLES);
    s23.intoArray(c, cOffset + 13 * SAMPLES);
    s24.intoArray(c, cOffset + 14 * SAMPLES);
    s30.intoArray(c, cOffset + 15 * SAMPLES);
    s31.intoArray(c, cOffset + 16 * SAMPLES);
    s32.intoArray(c, cOffset + 17 * SAMPLES);
    s33.intoArray(c, cOffset + 18 * SAMPLES);
    s34.intoArray(c, cOffset + 19 * SAMPLES);
    s40.intoArray(c, cOffset + 20 * SAMPLES);
    s41.intoArray(c, cOffset + 21 * SAMPLES);
    s42.intoArray(c, cOffset + 22 * SAMPLES);
    s43.intoArray(c, cOffset + 23 * SAMPLES);
    s44.intoArray(c, cOffset + 24 * SAMPLES);
  }

  /** Two entries. */
  static void pair(
      int depth,
      float[] a,
      int aOffset,
      int aStep,
      float[] b,
      int bOffset,
      int[] steps,
      float[] c,
      int cOffset) {
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
      int from = aOffset + q * aStep;
      int at = bOffset + steps[q];
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
    s00.intoArray(c, cOffset);
    s01.intoArray(c, cOffset + 1 * SAMPLES);
    s10.intoArray(c, cOffset + 5 * SAMPLES);
    s11.intoArray(c, cOffset + 6 * SAMPLES);
    s20.intoArray(c, cOffset + 10 * SAMPLES);
    s21.intoArray(c, cOffset + 11 * SAMPLES);
    s30.intoArray(c, cOffset + 15 * SAMPLES);
    s31.intoArray(c, cOffset + 16 * SAMPLES);
    s40.intoArray(c, cOffset + 20 * SAMPLES);
    s41.intoArray(c, cOffset + 21 * SAMPLES);
  }

  /** One entry. */
  static void single(
      int depth,
      float[] a,
      int aOffset,
      int aStep,
      float[] b,
      int bOffset,
      int[] steps,
      float[] c,
      int cOffset) {
    FloatVector s00 = FloatVector.zero(FLOATS);
    FloatVector s10 = FloatVector.zero(FLOATS);
    FloatVector s20 = FloatVector.zero(FLOATS);
    FloatVector s30 = FloatVector.zero(FLOATS);
    FloatVector s40 = FloatVector.zero(FLOATS);
    for (int q = 0; q < depth; q++) {
      int from = aOffset + q * aStep;
      int at = bOffset + steps[q];
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
    s00.intoArray(c, cOffset);
    s10.intoArray(c, cOffset + 5 * SAMPLES);
    s20.intoArray(c, cOffset + 10 * SAMPLES);
    s30.intoArray(c, cOffset + 15 * SAMPLES);
    s40.intoArray(c, cOffset + 20 * SAMPLES);
  }

  /** As {@link Kernels#poolPositive}. */
  static void poolPositive(
      float[] x,
      float[] bias,
      int biasOffset,
      int rows,
      float[] y,
      int yOffset,
      float[] places,
      int placesOffset) {
    FloatVector zero = FloatVector.zero(FLOATS);
    for (int row = 0; row < rows; row++) {
      FloatVector shift = FloatVector.broadcast(FLOATS, bias[biasOffset + row]);
      for (int lane = 0; lane < SAMPLES; lane += LANES) {
        int at = row * SAMPLES + lane;
        FloatVector x0 = FloatVector.fromArray(FLOATS, x, at).add(shift);
        FloatVector x1 = FloatVector.fromArray(FLOATS, x, at + TILE * SAMPLES).add(shift);
        FloatVector x2 = FloatVector.fromArray(FLOATS, x, at + 2 * TILE * SAMPLES).add(shift);
        FloatVector x3 = FloatVector.fromArray(FLOATS, x, at + 3 * TILE * SAMPLES).add(shift);
        FloatVector greatest = x0.max(zero).max(x1).max(x2).max(x3);
        FloatVector place = FloatVector.broadcast(FLOATS, 3);
        place = place.blend(2, x2.compare(VectorOperators.EQ, greatest));
        place = place.blend(1, x1.compare(VectorOperators.EQ, greatest));
        place = place.blend(0, x0.compare(VectorOperators.EQ, greatest));
        place = place.blend(-1, greatest.compare(VectorOperators.LE, zero));
        greatest.intoArray(y, yOffset + at);
        place.intoArray(places, placesOffset + at);
      }
    }
  }

  /** As {@link Kernels#route}. */
  static void route(
      float[] places,
      int placesOffset,
      float[] from,
      int fromOffset,
      float[] to,
      int to0,
      int to1,
      int to2,
      int to3,
      int length) {
    FloatVector zero = FloatVector.zero(FLOATS);
    for (int i = 0; i < length; i += LANES) {
      FloatVector place = FloatVector.fromArray(FLOATS, places, placesOffset + i);
      FloatVector value = FloatVector.fromArray(FLOATS, from, fromOffset + i);
      zero.blend(value, place.compare(VectorOperators.EQ, 0)).intoArray(to, to0 + i);
      zero.blend(value, place.compare(VectorOperators.EQ, 1)).intoArray(to, to1 + i);
      zero.blend(value, place.compare(VectorOperators.EQ, 2)).intoArray(to, to2 + i);
      zero.blend(value, place.compare(VectorOperators.EQ, 3)).intoArray(to, to3 + i);
    }
  }
}
