package dev.varangian.tensor.kernels.convolution;

/** What each kernel computes, to the bit, written as {@link ConvolutionKernels} defines it. */
final class ConvolutionDefinition implements ConvolutionKernels {

  @Override
  public void convolve(WindowSums sums, int weights, int input, int place, int result) {
    float[] before = sums.sums().clone();
    for (int p = place; p < place + 4; p++) {
      for (int r = 0; r < 5; r++) {
        for (int sample = 0; sample < 16; sample++) {
          int at = result + sums.sumPlaces()[p] + r * 16 + sample;
          float sum = sums.accumulate() ? before[at] : 0;
          for (int t = 0; t < sums.taps().length; t++) {
            float x = sums.input()[input + sums.inputPlaces()[p] + sums.taps()[t] + sample];
            sum = Math.fma(sums.weights()[weights + t * 5 + r], x, sum);
          }
          sums.sums()[at] = sum;
        }
      }
    }
  }

  @Override
  public void correlate(PlaceSums sums, int left, int right) {
    for (int r = 0; r < 5; r++) {
      for (int t = 0; t < 5; t++) {
        for (int sample = 0; sample < 16; sample++) {
          float sum = 0;
          for (int q = 0; q < sums.rightPlaces().length; q++) {
            float a = sums.left()[left + q * sums.leftStride() + r * 16 + sample];
            float b = sums.right()[right + sums.rightPlaces()[q] + t * 16 + sample];
            sum = Math.fma(a, b, sum);
          }
          sums.sums()[(r * 5 + t) * 16 + sample] = sum;
        }
      }
    }
  }

  @Override
  public void reluMaxPool(
      Pooling pooling, float[] bias, int biasOffset, int rows, int result, int block) {
    for (int r = 0; r < rows; r++) {
      for (int sample = 0; sample < 16; sample++) {
        float greatest = 0;
        float place = -1;
        for (int p = 0; p < 4; p++) {
          float value = pooling.sums()[(p * 5 + r) * 16 + sample] + bias[biasOffset + r];
          if (value > greatest) {
            greatest = value;
            place = p;
          }
        }
        pooling.maxima()[result + r * 16 + sample] = greatest;
        pooling.found()[block + result + r * 16 + sample] = place;
      }
    }
  }

  @Override
  public void unpool(Unpooling unpooling, int from, int block, int place, int result, int length) {
    for (int p = 0; p < 4; p++) {
      for (int i = 0; i < length; i++) {
        boolean here = unpooling.found()[block + from + i] == p;
        unpooling.sums()[result + unpooling.places()[place + p] + i] =
            here ? unpooling.gradients()[from + i] : 0;
      }
    }
  }
}
