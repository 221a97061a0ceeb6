package dev.varangian.tensor.kernels.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.tensor.kernels.Implementation;
import dev.varangian.tensor.kernels.Numbers;
import dev.varangian.tensor.kernels.Numbers.Special;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PairDistancesTest {
  private static final int SEEDS = 100;
  private static final ReductionKernels DEFINITION = new ReductionDefinition();

  @ParameterizedTest
  @EnumSource
  void distances_of_pairs_are_those_of_two_rows(Implementation implementation) {
    ReductionKernels kernels = implementation.kernels().reductions();
    int[] sizes = {
      1,
      2,
      3,
      4,
      5,
      10,
      13,
      ReductionKernels.GROUP,
      ReductionKernels.GROUP + 1,
      2 * ReductionKernels.GROUP + 7
    };
    double[] scratch = new double[ReductionKernels.DISTANCES_SCRATCH];
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int n = sizes[seed % sizes.length];
      int groups = (n + ReductionKernels.GROUP - 1) / ReductionKernels.GROUP;
      int left = random.nextInt(groups) * ReductionKernels.GROUP;
      int right = Math.max(left, random.nextInt(groups) * ReductionKernels.GROUP);
      int from = random.nextInt(3) * ReductionKernels.BLOCK;
      int to = from + (random.nextBoolean() ? random.nextInt(40) : random.nextInt(4097));
      float[][] rows = new float[n][];
      for (int i = 0; i < n; i++) {
        rows[i] = Numbers.floats(random, to, Special.any(random));
      }
      double[] out = new double[7 + n * n];
      Arrays.fill(out, Numbers.CANARY);
      double[] expected = out.clone();
      DEFINITION.squaredDistances(rows, new PairBlock(left, right, from, to), scratch, expected, 7);
      kernels.squaredDistances(rows, new PairBlock(left, right, from, to), scratch, out, 7);
      assertThat(out)
          .as("seed %d: n = %d, groups at %d, %d, from %d to %d", seed, n, left, right, from, to)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void distances_of_sums_are_those_of_their_coordinates_in_double(Implementation implementation) {
    int[] counts = {1, 2, 5, 7, ReductionKernels.GROUP, ReductionKernels.GROUP + 2};
    double[] scratch = new double[ReductionKernels.DISTANCES_SCRATCH];
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int m = counts[seed % counts.length];
      int groups = (m + ReductionKernels.GROUP - 1) / ReductionKernels.GROUP;
      int left = random.nextInt(groups) * ReductionKernels.GROUP;
      int right = Math.max(left, random.nextInt(groups) * ReductionKernels.GROUP);
      int from = random.nextInt(3) * ReductionKernels.BLOCK;
      int to = from + (random.nextBoolean() ? random.nextInt(40) : random.nextInt(1500));
      float[][] rows = new float[random.nextInt(14)][];
      for (int j = 0; j < rows.length; j++) {
        rows[j] = Numbers.floats(random, to, Special.any(random));
      }
      double[][] weights = new double[m][rows.length];
      for (double[] each : weights) {
        Arrays.setAll(each, j -> random.nextInt(3) == 0 ? 0 : random.nextGaussian());
      }
      double[] out = new double[3 + m * m];
      Arrays.fill(out, Numbers.CANARY);
      double[] expected = out.clone();
      DEFINITION.squaredDistancesOfSums(
          weights, rows, new PairBlock(left, right, from, to), scratch, expected, 3);
      implementation
          .kernels()
          .reductions()
          .squaredDistancesOfSums(
              weights, rows, new PairBlock(left, right, from, to), scratch, out, 3);
      assertThat(out)
          .as("seed %d: %d sums, groups at %d, %d, from %d to %d", seed, m, left, right, from, to)
          .isEqualTo(expected);
    }
  }
}
