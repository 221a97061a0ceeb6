package dev.varangian.tensor.kernels.convolution;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** With the Vector API; a register holds some of the samples, or all. */
public final class VectorConvolutionKernels implements ConvolutionKernels {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final boolean MANY_REGISTERS = LANES == SAMPLES;

  @Override
  public void convolve(WindowSums sums, int weights, int input, int place, int result) {
    if (MANY_REGISTERS) {
      WindowTiles.four(sums, weights, input, place, result);
      return;
    }
    boolean secondPair = sums.sumPlaces()[place + 3] != sums.sumPlaces()[place + 1];
    for (int sample = 0; sample < SAMPLES; sample += LANES) {
      WindowTiles.two(sums, weights, input + sample, place, result + sample);
      if (secondPair) {
        WindowTiles.two(sums, weights, input + sample, place + 2, result + sample);
      }
    }
  }

  @Override
  public void correlate(PlaceSums sums, int left, int right) {
    if (MANY_REGISTERS) {
      PlaceTiles.square(sums, left, right, 0);
      return;
    }
    for (int sample = 0; sample < SAMPLES; sample += LANES) {
      for (int entry = 0; entry < ROWS - 1; entry += 2) {
        int shift = sample + entry * SAMPLES;
        PlaceTiles.pair(sums, left + sample, right + shift, shift);
      }
      int shift = sample + (ROWS - 1) * SAMPLES;
      PlaceTiles.single(sums, left + sample, right + shift, shift);
    }
  }

  @Override
  public void reluMaxPool(
      Pooling pooling, float[] bias, int biasOffset, int rows, int result, int block) {
    float[] x = pooling.sums();
    float[] maxima = pooling.maxima();
    float[] found = pooling.found();
    FloatVector zero = FloatVector.zero(FLOATS);
    for (int row = 0; row < rows; row++) {
      FloatVector shift = FloatVector.broadcast(FLOATS, bias[biasOffset + row]);
      for (int sample = 0; sample < SAMPLES; sample += LANES) {
        int at = row * SAMPLES + sample;
        FloatVector x0 = FloatVector.fromArray(FLOATS, x, at).add(shift);
        FloatVector x1 = FloatVector.fromArray(FLOATS, x, at + TILE).add(shift);
        FloatVector x2 = FloatVector.fromArray(FLOATS, x, at + 2 * TILE).add(shift);
        FloatVector x3 = FloatVector.fromArray(FLOATS, x, at + 3 * TILE).add(shift);
        FloatVector greatest = x0.max(zero).max(x1).max(x2).max(x3);
        FloatVector place = FloatVector.broadcast(FLOATS, 3);
        place = place.blend(2, x2.compare(VectorOperators.EQ, greatest));
        place = place.blend(1, x1.compare(VectorOperators.EQ, greatest));
        place = place.blend(0, x0.compare(VectorOperators.EQ, greatest));
        place = place.blend(-1, greatest.compare(VectorOperators.LE, zero));
        greatest.intoArray(maxima, result + at);
        place.intoArray(found, block + result + at);
      }
    }
  }

  @Override
  public void unpool(Unpooling unpooling, int from, int block, int place, int result, int length) {
    float[] found = unpooling.found();
    float[] gradients = unpooling.gradients();
    float[] sums = unpooling.sums();
    int to0 = result + unpooling.places()[place];
    int to1 = result + unpooling.places()[place + 1];
    int to2 = result + unpooling.places()[place + 2];
    int to3 = result + unpooling.places()[place + 3];
    FloatVector zero = FloatVector.zero(FLOATS);
    for (int i = 0; i < length; i += LANES) {
      FloatVector where = FloatVector.fromArray(FLOATS, found, block + from + i);
      FloatVector value = FloatVector.fromArray(FLOATS, gradients, from + i);
      zero.blend(value, where.compare(VectorOperators.EQ, 0)).intoArray(sums, to0 + i);
      zero.blend(value, where.compare(VectorOperators.EQ, 1)).intoArray(sums, to1 + i);
      zero.blend(value, where.compare(VectorOperators.EQ, 2)).intoArray(sums, to2 + i);
      zero.blend(value, where.compare(VectorOperators.EQ, 3)).intoArray(sums, to3 + i);
    }
  }
}
