package dev.varangian.tensor.kernels.reduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.varangian.tensor.kernels.Implementation;
import dev.varangian.tensor.kernels.Numbers;
import dev.varangian.tensor.kernels.Numbers.Special;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReductionKernelsTest {
  private static final int SEEDS = 400;
  private static final ReductionKernels DEFINITION = new ReductionDefinition();

  @ParameterizedTest
  @EnumSource
  void reductions_add_in_blocks_of_partial_sums(Implementation implementation) {
    ReductionKernels kernels = implementation.kernels().reductions();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int from = random.nextBoolean() ? 0 : random.nextInt(50);
      int to = from + (random.nextBoolean() ? random.nextInt(100) : random.nextInt(13_000));
      Special special = Special.any(random);
      float[] x = Numbers.floats(random, to + random.nextInt(3), special);
      float[] y = Numbers.floats(random, x.length, special);
      String range = "seed " + seed + ", from " + from + " to " + to;
      assertThat(kernels.squaredNorm(x, from, to))
          .as("norm, %s", range)
          .isEqualTo(Double.valueOf(DEFINITION.squaredNorm(x, from, to)));
      assertThat(kernels.squaredDistance(x, y, from, to))
          .as("distance, %s", range)
          .isEqualTo(Double.valueOf(DEFINITION.squaredDistance(x, y, from, to)));
      assertThat(kernels.dot(x, y, from, to))
          .as("dot, %s", range)
          .isEqualTo(Double.valueOf(DEFINITION.dot(x, y, from, to)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void reductions_agree_with_plain_sums(Implementation implementation) {
    ReductionKernels kernels = implementation.kernels().reductions();
    for (int seed = 0; seed < SEEDS / 10; seed++) {
      Random random = new Random(seed);
      int length = 1 + random.nextInt(20_000);
      float[] x = Numbers.floats(random, length, Special.NONE);
      float[] y = Numbers.floats(random, length, Special.NONE);
      double norm = 0;
      double distance = 0;
      double dot = 0;
      double magnitude = 0;
      for (int i = 0; i < length; i++) {
        double difference = (double) x[i] - y[i];
        norm += (double) x[i] * x[i];
        distance += difference * difference;
        dot += (double) x[i] * y[i];
        magnitude += Math.abs((double) x[i] * y[i]);
      }
      assertThat(kernels.squaredNorm(x, 0, length))
          .as("norm, seed %d", seed)
          .isCloseTo(norm, within(1e-13 * norm));
      assertThat(kernels.squaredDistance(x, y, 0, length))
          .as("distance, seed %d", seed)
          .isCloseTo(distance, within(1e-13 * distance));
      assertThat(kernels.dot(x, y, 0, length))
          .as("dot, seed %d", seed)
          .isCloseTo(dot, within(1e-13 * magnitude));
    }
  }

  @ParameterizedTest
  @EnumSource
  void results_of_single_blocks_added_in_order_are_that_of_the_whole(
      Implementation implementation) {
    ReductionKernels kernels = implementation.kernels().reductions();
    Random random = new Random(1);
    for (int length : new int[] {1, 4095, 4096, 4097, 5 * 4096, 40_001}) {
      float[] x = Numbers.floats(random, length, Special.NONE);
      float[] y = Numbers.floats(random, length, Special.NONE);
      double norm = 0;
      double distance = 0;
      double dot = 0;
      for (int from = 0; from < length; from += ReductionKernels.BLOCK) {
        int to = Math.min(length, from + ReductionKernels.BLOCK);
        norm += kernels.squaredNorm(x, from, to);
        distance += kernels.squaredDistance(x, y, from, to);
        dot += kernels.dot(x, y, from, to);
      }
      assertThat(norm).as("%d", length).isEqualTo(kernels.squaredNorm(x, 0, length));
      assertThat(distance).as("%d", length).isEqualTo(kernels.squaredDistance(x, y, 0, length));
      assertThat(dot).as("%d", length).isEqualTo(kernels.dot(x, y, 0, length));
    }
  }

  @ParameterizedTest
  @EnumSource
  void no_finite_input_overflows_a_reduction(Implementation implementation) {
    ReductionKernels kernels = implementation.kernels().reductions();
    float[] x = new float[10_000];
    float[] y = new float[10_000];
    Arrays.fill(x, Float.MAX_VALUE);
    Arrays.fill(y, -Float.MAX_VALUE);
    double square = (double) Float.MAX_VALUE * Float.MAX_VALUE;
    assertThat(kernels.squaredNorm(x, 0, x.length) / square).isCloseTo(1e4, within(1e-8));
    assertThat(kernels.squaredDistance(x, y, 0, x.length) / square).isCloseTo(4e4, within(1e-8));
    assertThat(kernels.dot(x, y, 0, x.length) / square).isCloseTo(-1e4, within(1e-8));
  }

  @ParameterizedTest
  @EnumSource
  void empty_ranges_have_norm_zero(Implementation implementation) {
    ReductionKernels kernels = implementation.kernels().reductions();
    float[] none = {};
    assertThat(kernels.squaredNorm(none, 0, 0)).isZero();
    assertThat(kernels.squaredDistance(none, none, 0, 0)).isZero();
    assertThat(kernels.dot(none, none, 0, 0)).isZero();
  }
}
