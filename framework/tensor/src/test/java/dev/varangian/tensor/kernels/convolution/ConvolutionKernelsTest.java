package dev.varangian.tensor.kernels.convolution;

import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.PLACES;
import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.ROWS;
import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.SAMPLES;
import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.TILE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.tensor.kernels.Implementation;
import dev.varangian.tensor.kernels.Numbers;
import dev.varangian.tensor.kernels.Numbers.Special;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ConvolutionKernelsTest {
  private static final int SEEDS = 400;
  private static final ConvolutionKernels DEFINITION = new ConvolutionDefinition();

  @ParameterizedTest
  @EnumSource
  void convolve_adds_fused_products_in_the_order_of_the_taps(Implementation implementation) {
    ConvolutionKernels kernels = implementation.kernels().convolutions();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int depth = random.nextInt(30);
      int places = 1 + random.nextInt(4);
      Special special = Special.any(random);
      float[] a = Numbers.floats(random, 3 + depth * ROWS, special);
      float[] b = Numbers.floats(random, 2000, special);
      float[] c = Numbers.floats(random, 2 + 3 + places * 80 + 3, special);
      int[] taps = random.ints(depth, 0, 1000).toArray();
      int[] from = random.ints(4, 0, 890).toArray();
      int[] to = new int[4];
      for (int p = 0; p < 4; p++) {
        int place = Math.min(p, places - 1);
        from[p] = from[place];
        to[p] = 3 + place * 80;
      }
      boolean accumulate = random.nextBoolean();
      float[] expected = c.clone();
      DEFINITION.convolve(new WindowSums(a, b, taps, from, expected, to, accumulate), 3, 7, 0, 2);
      kernels.convolve(new WindowSums(a, b, taps, from, c, to, accumulate), 3, 7, 0, 2);
      assertThat(c).as("seed %d: %d taps, %d places", seed, depth, places).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void correlate_adds_fused_products_in_the_order_of_the_places(Implementation implementation) {
    ConvolutionKernels kernels = implementation.kernels().convolutions();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int depth = random.nextInt(30);
      Special special = Special.any(random);
      int aStep = 80 + random.nextInt(20);
      float[] a = Numbers.floats(random, 2 + depth * aStep + 80, special);
      float[] b = Numbers.floats(random, 1000, special);
      int[] places = random.ints(depth, 0, 900).toArray();
      float[] c = Numbers.canaries(ROWS * ROWS * SAMPLES + 3);
      float[] expected = c.clone();
      DEFINITION.correlate(new PlaceSums(a, aStep, b, places, expected), 2, 5);
      kernels.correlate(new PlaceSums(a, aStep, b, places, c), 2, 5);
      assertThat(c).as("seed %d: %d places", seed, depth).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void pooling_finds_the_first_greatest_place_and_unpooling_returns_to_it(
      Implementation implementation) {
    ConvolutionKernels kernels = implementation.kernels().convolutions();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int rows = 1 + random.nextInt(ROWS);
      float[] x = new float[PLACES * TILE];
      for (int i = 0; i < x.length; i++) {
        x[i] = random.nextInt(5) - 2; // ties everywhere
      }
      float[] bias = {9, 0.5f, -0.5f, 0, -0f, -3};
      float[] y = Numbers.canaries(2 + rows * SAMPLES + 3);
      float[] found = Numbers.canaries(6 + rows * SAMPLES + 3);
      float[] expectedY = y.clone();
      float[] expectedFound = found.clone();
      DEFINITION.reluMaxPool(new Pooling(x, expectedY, expectedFound), bias, 1, rows, 2, 4);
      kernels.reluMaxPool(new Pooling(x, y, found), bias, 1, rows, 2, 4);
      assertThat(y).as("seed %d", seed).isEqualTo(expectedY);
      assertThat(found).as("seed %d", seed).isEqualTo(expectedFound);

      int length = rows * SAMPLES;
      float[] from = Numbers.floats(random, 2 + length, Special.any(random));
      int[] places = {0, length + 2, 2 * (length + 2), 3 * (length + 2)};
      float[] to = Numbers.canaries(4 + 4 * (length + 2) + 3);
      float[] expectedTo = to.clone();
      DEFINITION.unpool(new Unpooling(found, from, expectedTo, places), 2, 4, 0, 4, length);
      kernels.unpool(new Unpooling(found, from, to, places), 2, 4, 0, 4, length);
      assertThat(to).as("seed %d", seed).isEqualTo(expectedTo);
    }
  }
}
