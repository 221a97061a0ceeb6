package dev.varangian.tensor.kernels.convolution;

import java.util.Arrays;

/** Plain loops. */
public final class ScalarConvolutionKernels implements ConvolutionKernels {

  @Override
  public void convolve(WindowSums sums, int weights, int input, int place, int result) {
    for (int p = place; p < place + PLACES; p++) {
      int from = input + sums.inputPlaces()[p];
      int to = result + sums.sumPlaces()[p];
      if (p == place || sums.sumPlaces()[p] != sums.sumPlaces()[p - 1]) {
        convolve(sums, weights, from, to);
      }
    }
  }

  private static void convolve(WindowSums sums, int weights, int from, int to) {
    float[] c = sums.sums();
    if (!sums.accumulate()) {
      Arrays.fill(c, to, to + TILE, 0);
    }
    for (int t = 0; t < sums.taps().length; t++) {
      for (int r = 0; r < ROWS; r++) {
        float weight = sums.weights()[weights + t * ROWS + r];
        addScaled(weight, sums.input(), from + sums.taps()[t], c, to + r * SAMPLES);
      }
    }
  }

  private static void addScaled(float factor, float[] from, int fromOffset, float[] to, int at) {
    for (int i = 0; i < SAMPLES; i++) {
      to[at + i] = Math.fma(factor, from[fromOffset + i], to[at + i]);
    }
  }

  @Override
  public void correlate(PlaceSums sums, int left, int right) {
    Arrays.fill(sums.sums(), 0, ROWS * TILE, 0);
    for (int q = 0; q < sums.rightPlaces().length; q++) {
      int leftPlace = left + q * sums.leftStride();
      int rightPlace = right + sums.rightPlaces()[q];
      for (int r = 0; r < ROWS; r++) {
        for (int t = 0; t < ROWS; t++) {
          addProducts(
              sums.left(),
              leftPlace + r * SAMPLES,
              sums.right(),
              rightPlace + t * SAMPLES,
              sums.sums(),
              (r * ROWS + t) * SAMPLES);
        }
      }
    }
  }

  private static void addProducts(
      float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset) {
    for (int i = 0; i < SAMPLES; i++) {
      c[cOffset + i] = Math.fma(a[aOffset + i], b[bOffset + i], c[cOffset + i]);
    }
  }

  @Override
  public void reluMaxPool(
      Pooling pooling, float[] bias, int biasOffset, int rows, int result, int block) {
    float[] x = pooling.sums();
    for (int i = 0; i < rows * SAMPLES; i++) {
      float shift = bias[biasOffset + i / SAMPLES];
      float greatest = 0;
      for (int p = 0; p < PLACES; p++) {
        greatest = Math.max(greatest, x[p * TILE + i] + shift);
      }
      pooling.maxima()[result + i] = greatest;
      int first = greatest <= 0 ? -1 : 0;
      while (first >= 0 && first < 3 && x[first * TILE + i] + shift != greatest) {
        first++;
      }
      pooling.found()[block + result + i] = first;
    }
  }

  @Override
  public void unpool(Unpooling unpooling, int from, int block, int place, int result, int length) {
    for (int p = 0; p < PLACES; p++) {
      int to = result + unpooling.places()[place + p];
      for (int i = 0; i < length; i++) {
        boolean here = unpooling.found()[block + from + i] == p;
        unpooling.sums()[to + i] = here ? unpooling.gradients()[from + i] : 0;
      }
    }
  }
}
