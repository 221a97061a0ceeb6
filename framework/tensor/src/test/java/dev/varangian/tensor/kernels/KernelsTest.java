package dev.varangian.tensor.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varangian.tensor.kernels.Numbers.Special;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Both implementations against {@link Definition}, bit for bit (any NaN equals any other), and the
 * sums against plain double arithmetic.
 */
final class KernelsTest {
  private static final int SEEDS = 400;
  private static final Kernels DEFINITION = new Definition();

  enum Implementation {
    SCALAR,
    VECTOR;

    Kernels kernels() {
      if (this == SCALAR) {
        return new ScalarKernels();
      }
      assumeTrue(
          ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(),
          "this JVM runs without --add-modules jdk.incubator.vector");
      return new VectorKernels();
    }
  }

  @ParameterizedTest
  @EnumSource
  void gemm_adds_fused_products_in_the_order_of_the_depth(Implementation implementation) {
    Kernels kernels = implementation.kernels();
    for (int seed = 0; seed < 3 * SEEDS; seed++) {
      Random random = new Random(seed);
      int rows = random.nextInt(21);
      int columns =
          random.nextBoolean() ? Kernels.COLUMNS + random.nextInt(60) : Kernels.FEW_COLUMNS;
      int depth = random.nextInt(30);
      boolean transposed = random.nextBoolean();
      int aOffset = random.nextInt(4);
      int aRow = transposed ? 1 : depth + random.nextInt(3);
      int aColumn = transposed ? rows + random.nextInt(3) : 1;
      int bOffset = random.nextInt(4);
      int bRow = columns + random.nextInt(20);
      int cOffset = random.nextInt(4);
      int cRow = columns + random.nextInt(20);
      Special special = Special.any(random);
      float[] a = Numbers.floats(random, aOffset + (rows + 2) * (depth + 3), special);
      float[] b = Numbers.floats(random, bOffset + depth * bRow, special);
      float[] c = canaries(cOffset + rows * cRow + 3);
      for (int row = 0; row < rows; row++) {
        float[] start = Numbers.floats(random, columns, special);
        System.arraycopy(start, 0, c, cOffset + row * cRow, columns);
      }
      float[] expected = c.clone();
      DEFINITION.gemm(
          rows, columns, depth, a, aOffset, aRow, aColumn, b, bOffset, bRow, expected, cOffset,
          cRow);
      kernels.gemm(
          rows, columns, depth, a, aOffset, aRow, aColumn, b, bOffset, bRow, c, cOffset, cRow);
      assertThat(c)
          .as(
              "seed %d: %d x %d x %d, transposed %b, special %s",
              seed, rows, columns, depth, transposed, special)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void convolve_adds_fused_products_in_the_order_of_the_taps(Implementation implementation) {
    Kernels kernels = implementation.kernels();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int depth = random.nextInt(30);
      int places = 1 + random.nextInt(4);
      Special special = Special.any(random);
      float[] a = Numbers.floats(random, 3 + depth * Kernels.TILE, special);
      float[] b = Numbers.floats(random, 2000, special);
      float[] c = Numbers.floats(random, 3 + places * 80 + 3, special);
      int[] taps = random.ints(depth, 0, 1000).toArray();
      int[] from = random.ints(4, 0, 900).toArray();
      int[] to = new int[4];
      for (int p = 0; p < 4; p++) {
        int place = Math.min(p, places - 1);
        from[p] = from[place];
        to[p] = 3 + place * 80;
      }
      boolean accumulate = random.nextBoolean();
      float[] expected = c.clone();
      for (Kernels each : new Kernels[] {DEFINITION, kernels}) {
        each.convolve(
            depth,
            a,
            3,
            b,
            taps,
            from[0],
            from[1],
            from[2],
            from[3],
            each == DEFINITION ? expected : c,
            to[0],
            to[1],
            to[2],
            to[3],
            accumulate);
      }
      assertThat(c).as("seed %d: %d taps, %d places", seed, depth, places).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void correlate_adds_fused_products_in_the_order_of_the_steps(Implementation implementation) {
    Kernels kernels = implementation.kernels();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int depth = random.nextInt(30);
      Special special = Special.any(random);
      int aStep = 80 + random.nextInt(20);
      float[] a = Numbers.floats(random, 2 + depth * aStep + 80, special);
      float[] b = Numbers.floats(random, 1000, special);
      int[] steps = random.ints(depth, 0, 900).toArray();
      float[] c = canaries(1 + 25 * Kernels.SAMPLES + 3);
      float[] expected = c.clone();
      DEFINITION.correlate(depth, a, 2, aStep, b, 5, steps, expected, 1);
      kernels.correlate(depth, a, 2, aStep, b, 5, steps, c, 1);
      assertThat(c).as("seed %d: %d steps", seed, depth).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void pool_positive_finds_the_first_greatest_place(Implementation implementation) {
    Kernels kernels = implementation.kernels();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int rows = 1 + random.nextInt(Kernels.TILE);
      float[] x = new float[4 * Kernels.TILE * Kernels.SAMPLES];
      for (int i = 0; i < x.length; i++) {
        x[i] = random.nextInt(5) - 2; // ties everywhere
      }
      float[] bias = {9, 0.5f, -0.5f, 0, -0f, -3};
      float[] y = canaries(2 + rows * Kernels.SAMPLES + 3);
      float[] places = canaries(1 + rows * Kernels.SAMPLES + 3);
      float[] expectedY = y.clone();
      float[] expectedPlaces = places.clone();
      DEFINITION.poolPositive(x, bias, 1, rows, expectedY, 2, expectedPlaces, 1);
      kernels.poolPositive(x, bias, 1, rows, y, 2, places, 1);
      assertThat(y).as("seed %d", seed).isEqualTo(expectedY);
      assertThat(places).as("seed %d", seed).isEqualTo(expectedPlaces);

      float[] from = Numbers.floats(random, rows * Kernels.SAMPLES, Special.any(random));
      float[] to = canaries(4 + 4 * (from.length + 2) + 3);
      int next = from.length + 2;
      float[] expectedTo = to.clone();
      DEFINITION.route(
          places, 1, from, 0, expectedTo, 4, 4 + next, 4 + 2 * next, 4 + 3 * next, from.length);
      kernels.route(places, 1, from, 0, to, 4, 4 + next, 4 + 2 * next, 4 + 3 * next, from.length);
      assertThat(to).as("seed %d", seed).isEqualTo(expectedTo);
    }
  }

  @ParameterizedTest
  @EnumSource
  void mask_positive_keeps_what_stands_beside_positive_values(Implementation implementation) {
    Kernels kernels = implementation.kernels();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int length = random.nextInt(70);
      int yOffset = random.nextInt(5);
      int fromOffset = random.nextInt(5);
      int toOffset = random.nextInt(5);
      float[] y = Numbers.floats(random, yOffset + length, Special.any(random));
      float[] from = Numbers.floats(random, fromOffset + length, Special.any(random));
      float[] to = canaries(toOffset + length + 3);
      float[] expected = to.clone();
      DEFINITION.maskPositive(y, yOffset, from, fromOffset, expected, toOffset, length);
      kernels.maskPositive(y, yOffset, from, fromOffset, to, toOffset, length);
      assertThat(to).as("seed %d, length %d", seed, length).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void reductions_add_in_blocks_and_lanes(Implementation implementation) {
    Kernels kernels = implementation.kernels();
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
  void distances_of_pairs_are_those_of_two_rows(Implementation implementation) {
    Kernels kernels = implementation.kernels();
    int[] sizes = {1, 2, 3, 4, 5, 10, 13, Kernels.GROUP, Kernels.GROUP + 1, 2 * Kernels.GROUP + 7};
    double[] scratch = new double[Kernels.DISTANCES_SCRATCH];
    for (int seed = 0; seed < SEEDS / 4; seed++) {
      Random random = new Random(seed);
      int n = sizes[seed % sizes.length];
      int groups = (n + Kernels.GROUP - 1) / Kernels.GROUP;
      int left = random.nextInt(groups) * Kernels.GROUP;
      int right = Math.max(left, random.nextInt(groups) * Kernels.GROUP);
      int from = random.nextInt(3) * Kernels.BLOCK;
      int to = from + (random.nextBoolean() ? random.nextInt(40) : random.nextInt(4097));
      float[][] rows = new float[n][];
      for (int i = 0; i < n; i++) {
        rows[i] = Numbers.floats(random, to, Special.any(random));
      }
      double[] out = new double[7 + n * n];
      Arrays.fill(out, Numbers.CANARY);
      double[] expected = out.clone();
      DEFINITION.squaredDistances(rows, left, right, from, to, scratch, expected, 7);
      kernels.squaredDistances(rows, left, right, from, to, scratch, out, 7);
      assertThat(out)
          .as("seed %d: n = %d, groups at %d, %d, from %d to %d", seed, n, left, right, from, to)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void reductions_agree_with_plain_sums(Implementation implementation) {
    Kernels kernels = implementation.kernels();
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
    Kernels kernels = implementation.kernels();
    Random random = new Random(1);
    for (int length : new int[] {1, 4095, 4096, 4097, 5 * 4096, 40_001}) {
      float[] x = Numbers.floats(random, length, Special.NONE);
      float[] y = Numbers.floats(random, length, Special.NONE);
      double norm = 0;
      double distance = 0;
      double dot = 0;
      for (int from = 0; from < length; from += Kernels.BLOCK) {
        int to = Math.min(length, from + Kernels.BLOCK);
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
    Kernels kernels = implementation.kernels();
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
    Kernels kernels = implementation.kernels();
    float[] none = {};
    assertThat(kernels.squaredNorm(none, 0, 0)).isZero();
    assertThat(kernels.squaredDistance(none, none, 0, 0)).isZero();
    assertThat(kernels.dot(none, none, 0, 0)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void combine_adds_fused_products_in_the_order_of_the_rows(Implementation implementation) {
    Kernels kernels = implementation.kernels();
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
      float[] out = inPlace ? rows[target] : canaries(to + 3);
      float[] expected = inPlace ? expectedRows[target] : out.clone();
      DEFINITION.combine(weights, expectedRows, expected, from, to);
      kernels.combine(weights, rows, out, from, to);
      assertThat(out)
          .as("seed %d, from %d to %d, %d rows, in place %b", seed, from, to, n, inPlace)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void distances_of_sums_are_those_of_their_coordinates_in_double(Implementation implementation) {
    int[] counts = {1, 2, 5, 7, Kernels.GROUP, Kernels.GROUP + 2};
    double[] scratch = new double[Kernels.DISTANCES_SCRATCH];
    for (int seed = 0; seed < SEEDS / 4; seed++) {
      Random random = new Random(seed);
      int m = counts[seed % counts.length];
      int groups = (m + Kernels.GROUP - 1) / Kernels.GROUP;
      int left = random.nextInt(groups) * Kernels.GROUP;
      int right = Math.max(left, random.nextInt(groups) * Kernels.GROUP);
      int from = random.nextInt(3) * Kernels.BLOCK;
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
      DEFINITION.squaredDistancesOfSums(weights, rows, left, right, from, to, scratch, expected, 3);
      implementation
          .kernels()
          .squaredDistancesOfSums(weights, rows, left, right, from, to, scratch, out, 3);
      assertThat(out)
          .as("seed %d: %d sums, groups at %d, %d, from %d to %d", seed, m, left, right, from, to)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void combine_reads_no_row_of_weight_zero(Implementation implementation) {
    float[] out = new float[40];
    float[] row = new float[40];
    Arrays.fill(row, 3);
    float[][] rows = {null, row, null};
    implementation.kernels().combine(new double[] {0, 0.5, -0.0}, rows, out, 0, 40);
    assertThat(out).containsOnly(1.5f);
  }

  @ParameterizedTest
  @EnumSource
  void combine_gives_positive_zero_for_zeros(Implementation implementation) {
    float[] negativeZeros = new float[40];
    Arrays.fill(negativeZeros, -0f);
    float[] out = canaries(40);
    Kernels kernels = implementation.kernels();
    kernels.combine(new double[] {1}, new float[][] {negativeZeros}, out, 0, 40);
    assertThat(out).isEqualTo(new float[40]);
    Arrays.fill(out, Numbers.CANARY);
    kernels.combine(new double[2], new float[2][], out, 0, 40);
    assertThat(out).isEqualTo(new float[40]);
    Arrays.fill(out, Numbers.CANARY);
    kernels.combine(new double[0], new float[0][], out, 0, 40);
    assertThat(out).isEqualTo(new float[40]);
  }

  @ParameterizedTest
  @EnumSource
  void combine_rounds_once_and_reaches_the_greatest_floats(Implementation implementation) {
    float[] greatest = new float[33];
    Arrays.fill(greatest, Float.MAX_VALUE);
    float[] out = new float[33];
    Kernels kernels = implementation.kernels();
    kernels.combine(
        new double[] {1, 1, -1}, new float[][] {greatest, greatest, greatest}, out, 0, 33);
    assertThat(out).containsOnly(Float.MAX_VALUE);
  }

  @ParameterizedTest
  @EnumSource
  void sortable_keys_are_the_defined_ones(Implementation implementation) {
    Kernels kernels = implementation.kernels();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int length = random.nextInt(70);
      int xOffset = random.nextInt(5);
      int keysOffset = random.nextInt(5);
      float[] x = Numbers.floats(random, xOffset + length, Special.ALL);
      int[] keys = new int[keysOffset + length + 3];
      int[] expected = keys.clone();
      DEFINITION.toSortable(x, xOffset, expected, keysOffset, length);
      kernels.toSortable(x, xOffset, keys, keysOffset, length);
      assertThat(keys).as("seed %d, length %d", seed, length).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sortable_keys_are_ordered_as_the_floats_are(Implementation implementation) {
    float[] ascending = {
      Float.NEGATIVE_INFINITY,
      -Float.MAX_VALUE,
      -1,
      -Float.MIN_NORMAL,
      -Float.MIN_VALUE,
      -0f,
      0f,
      Float.MIN_VALUE,
      Float.MIN_NORMAL,
      1,
      Math.nextUp(1f),
      1e38f,
      Float.MAX_VALUE,
      Float.POSITIVE_INFINITY,
      Float.NaN
    };
    int[] keys = new int[ascending.length];
    implementation.kernels().toSortable(ascending, 0, keys, 0, keys.length);
    for (int i = 1; i < keys.length; i++) {
      assertThat(keys[i - 1]).as("%s and %s", ascending[i - 1], ascending[i]).isLessThan(keys[i]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sortable_keys_lead_back_to_their_floats(Implementation implementation) {
    Kernels kernels = implementation.kernels();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int length = random.nextInt(70);
      int keysOffset = random.nextInt(5);
      int xOffset = random.nextInt(5);
      float[] x = Numbers.floats(random, length, Special.ALL);
      int[] keys = new int[keysOffset + length];
      kernels.toSortable(x, 0, keys, keysOffset, length);
      float[] back = canaries(xOffset + length + 3);
      kernels.fromSortable(keys, keysOffset, back, xOffset, length);
      float[] expected = canaries(xOffset + length + 3);
      System.arraycopy(x, 0, expected, xOffset, length);
      assertThat(back).as("seed %d, length %d", seed, length).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void order_puts_the_lesser_low_and_the_greater_high(Implementation implementation) {
    Kernels kernels = implementation.kernels();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int n = 2 + random.nextInt(20);
      int range = random.nextBoolean() ? 3 : Integer.MAX_VALUE;
      int[] keys = random.ints((long) (n + 1) * Kernels.KEYS, -range, range).toArray();
      int[] pairs = new int[2 * random.nextInt(20)];
      for (int pair = 0; pair < pairs.length; pair += 2) {
        pairs[pair] = random.nextInt(n);
        pairs[pair + 1] = (pairs[pair] + 1 + random.nextInt(n - 1)) % n;
      }
      int[] expected = keys.clone();
      DEFINITION.order(expected, pairs);
      kernels.order(keys, pairs);
      assertThat(keys).as("seed %d, n = %d", seed, n).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void means_are_added_in_double_and_rounded_once(Implementation implementation) {
    Kernels kernels = implementation.kernels();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int count = 1 + random.nextInt(12);
      int length = random.nextInt(300);
      int at = random.nextInt(5);
      int to = random.nextInt(5);
      int stride = length + random.nextInt(3);
      float[] rows =
          Numbers.floats(random, at + count * stride + random.nextInt(20), Special.any(random));
      float[] out = canaries(to + length + 3);
      float[] expected = out.clone();
      DEFINITION.mean(rows, at, stride, count, length, expected, to);
      kernels.mean(rows, at, stride, count, length, out, to);
      assertThat(out).as("seed %d: %d rows, length %d", seed, count, length).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void values_between_bounds_are_counted_and_the_two_zeros_are_one(Implementation implementation) {
    Kernels kernels = implementation.kernels();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int length = random.nextInt(70);
      int at = random.nextInt(5);
      int least = random.nextInt(5);
      int greatest = least + length + random.nextInt(3);
      float[] x = Numbers.floats(random, at + length, Special.FINITE);
      float[] bounds = Numbers.floats(random, greatest + length, Special.FINITE);
      assertThat(kernels.countBetween(x, at, bounds, least, greatest, length))
          .as("seed %d, length %d", seed, length)
          .isEqualTo(DEFINITION.countBetween(x, at, bounds, least, greatest, length));
    }
    float[] zeros = {0f, -0f, 0f, -0f};
    float[] bounds = {-0f, 0f, 0f, -0f};
    assertThat(kernels.countBetween(zeros, 0, bounds, 0, 0, 4)).isEqualTo(4);
  }

  private static float[] canaries(int length) {
    float[] canaries = new float[length];
    Arrays.fill(canaries, Numbers.CANARY);
    return canaries;
  }
}
