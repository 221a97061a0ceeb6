package dev.varangian.tensor.kernels.convolution;

import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.ROWS;
import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.SAMPLES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost level of {@link ConvolutionKernels#convolve}: sums kept in registers over the whole
 * depth, in one loop (nested loops make them escape to the heap on Java 17). A CPU with 32 vector
 * registers holds 20 sums, one with 16 holds 10.
 */
final class WindowTiles {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

  private WindowTiles() {}

  /** Four places from {@code place} on; the parameters are those of the kernel. */
  static void four(WindowSums w, int weights, int input, int place, int result) {
    int depth = w.taps().length;
    float[] a = w.weights();
    float[] b = w.input();
    int[] taps = w.taps();
    int b0 = input + w.inputPlaces()[place];
    int b1 = input + w.inputPlaces()[place + 1];
    int b2 = input + w.inputPlaces()[place + 2];
    int b3 = input + w.inputPlaces()[place + 3];
    float[] c = w.sums();
    int c0 = result + w.sumPlaces()[place];
    int c1 = result + w.sumPlaces()[place + 1];
    int c2 = result + w.sumPlaces()[place + 2];
    int c3 = result + w.sumPlaces()[place + 3];
    boolean accumulate = w.accumulate();
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
      int at = weights + t * ROWS;
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

  /** Two places, for as many samples as a register holds. */
  static void two(WindowSums w, int weights, int input, int place, int result) {
    int depth = w.taps().length;
    float[] a = w.weights();
    float[] b = w.input();
    int[] taps = w.taps();
    int b0 = input + w.inputPlaces()[place];
    int b1 = input + w.inputPlaces()[place + 1];
    float[] c = w.sums();
    int c0 = result + w.sumPlaces()[place];
    int c1 = result + w.sumPlaces()[place + 1];
    boolean accumulate = w.accumulate();
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
      int at = weights + t * ROWS;
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
}
