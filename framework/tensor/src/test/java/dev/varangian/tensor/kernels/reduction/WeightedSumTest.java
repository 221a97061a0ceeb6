package dev.varangian.tensor.kernels.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.tensor.kernels.Implementation;
import dev.varangian.tensor.kernels.Numbers;
import dev.varangian.tensor.kernels.Numbers.Special;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WeightedSumTest {
  private static final int SEEDS = 400;
  private static final ReductionKernels DEFINITION = new ReductionDefinition();

  @ParameterizedTest
  @EnumSource
  void terms_are_added_by_fused_multiply_adds_in_the_order_of_the_rows(
      Implementation implementation) {
    ReductionKernels kernels = implementation.kernels().reductions();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int from = random.nextInt(20);
      int to = from + (seed % 20 == 0 ? random.nextInt(9000) : random.nextInt(100));
      int n = random.nextInt(14);
      Special special = Special.any(random);
      double[] weights = new double[n];
      float[][] rows = new float[n][];
      float[][] expectedRows = new float[n][];
      for (int j = 0; j < n; j++) {
        // Opposite weights of equal rows leave what the first product's rounding cut off.
        boolean opposite = j > 0 && random.nextBoolean();
        rows[j] = opposite ? rows[j - 1].clone() : Numbers.floats(random, to + 3, special);
        expectedRows[j] = rows[j].clone();
        weights[j] =
            opposite ? -weights[j - 1] : random.nextInt(3) == 0 ? 0 : random.nextGaussian();
      }
      boolean inPlace = n > 0 && random.nextBoolean();
      int target = inPlace ? random.nextInt(n) : 0;
      float[] out = inPlace ? rows[target] : Numbers.canaries(to + 3);
      float[] expected = inPlace ? expectedRows[target] : out.clone();
      DEFINITION.weightedSum(weights, expectedRows, expected, from, to);
      kernels.weightedSum(weights, rows, out, from, to);
      assertThat(out)
          .as("seed %d, from %d to %d, %d rows, in place %b", seed, from, to, n, inPlace)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rows_of_weight_zero_are_not_read(Implementation implementation) {
    float[] out = new float[40];
    float[] row = new float[40];
    Arrays.fill(row, 3);
    float[][] rows = {null, row, null};
    implementation
        .kernels()
        .reductions()
        .weightedSum(new double[] {0, 0.5, -0.0}, rows, out, 0, 40);
    assertThat(out).containsOnly(1.5f);
  }

  @ParameterizedTest
  @EnumSource
  void sums_of_zeros_are_positive_zeros(Implementation implementation) {
    float[] negativeZeros = new float[40];
    Arrays.fill(negativeZeros, -0f);
    float[] out = Numbers.canaries(40);
    ReductionKernels kernels = implementation.kernels().reductions();
    kernels.weightedSum(new double[] {1}, new float[][] {negativeZeros}, out, 0, 40);
    assertThat(out).isEqualTo(new float[40]);
    Arrays.fill(out, Numbers.CANARY);
    kernels.weightedSum(new double[2], new float[2][], out, 0, 40);
    assertThat(out).isEqualTo(new float[40]);
    Arrays.fill(out, Numbers.CANARY);
    kernels.weightedSum(new double[0], new float[0][], out, 0, 40);
    assertThat(out).isEqualTo(new float[40]);
  }

  @ParameterizedTest
  @EnumSource
  void sums_are_rounded_once_and_reach_the_greatest_floats(Implementation implementation) {
    float[] greatest = new float[33];
    Arrays.fill(greatest, Float.MAX_VALUE);
    float[] out = new float[33];
    ReductionKernels kernels = implementation.kernels().reductions();
    kernels.weightedSum(
        new double[] {1, 1, -1}, new float[][] {greatest, greatest, greatest}, out, 0, 33);
    assertThat(out).containsOnly(Float.MAX_VALUE);
  }
}
