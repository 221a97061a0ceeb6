package dev.varangian.tensor.kernels.columns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.tensor.kernels.Implementation;
import dev.varangian.tensor.kernels.Numbers;
import dev.varangian.tensor.kernels.Numbers.Special;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ColumnKernelsTest {
  private static final int SEEDS = 400;
  private static final ColumnKernels DEFINITION = new ColumnDefinition();

  @ParameterizedTest
  @EnumSource
  void sortable_keys_are_those_of_the_definition(Implementation implementation) {
    ColumnKernels kernels = implementation.kernels().columns();
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
    implementation.kernels().columns().toSortable(ascending, 0, keys, 0, keys.length);
    for (int i = 1; i < keys.length; i++) {
      assertThat(keys[i - 1]).as("%s and %s", ascending[i - 1], ascending[i]).isLessThan(keys[i]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sortable_keys_are_turned_back_into_their_floats(Implementation implementation) {
    ColumnKernels kernels = implementation.kernels().columns();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int length = random.nextInt(70);
      int keysOffset = random.nextInt(5);
      int xOffset = random.nextInt(5);
      float[] x = Numbers.floats(random, length, Special.ALL);
      int[] keys = new int[keysOffset + length];
      kernels.toSortable(x, 0, keys, keysOffset, length);
      float[] back = Numbers.canaries(xOffset + length + 3);
      kernels.fromSortable(keys, keysOffset, back, xOffset, length);
      float[] expected = Numbers.canaries(xOffset + length + 3);
      System.arraycopy(x, 0, expected, xOffset, length);
      assertThat(back).as("seed %d, length %d", seed, length).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_pair_is_exchanged_where_its_first_value_is_greater(Implementation implementation) {
    ColumnKernels kernels = implementation.kernels().columns();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int n = 2 + random.nextInt(20);
      int range = random.nextBoolean() ? 3 : Integer.MAX_VALUE;
      int[] keys = random.ints((long) (n + 1) * ColumnKernels.COLUMNS, -range, range).toArray();
      int[] pairs = new int[2 * random.nextInt(20)];
      for (int pair = 0; pair < pairs.length; pair += 2) {
        pairs[pair] = random.nextInt(n);
        pairs[pair + 1] = (pairs[pair] + 1 + random.nextInt(n - 1)) % n;
      }
      int[] expected = keys.clone();
      DEFINITION.compareExchange(expected, pairs);
      kernels.compareExchange(keys, pairs);
      assertThat(keys).as("seed %d, n = %d", seed, n).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void means_are_added_in_double_and_rounded_once(Implementation implementation) {
    ColumnKernels kernels = implementation.kernels().columns();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int count = 1 + random.nextInt(12);
      int length = random.nextInt(300);
      int at = random.nextInt(5);
      int to = random.nextInt(5);
      int stride = length + random.nextInt(3);
      float[] rows =
          Numbers.floats(random, at + count * stride + random.nextInt(20), Special.any(random));
      float[] out = Numbers.canaries(to + length + 3);
      float[] expected = out.clone();
      StackedRows stack = new StackedRows(rows, at, stride, count);
      DEFINITION.mean(stack, length, expected, to);
      kernels.mean(stack, length, out, to);
      assertThat(out).as("seed %d: %d rows, length %d", seed, count, length).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void values_between_bounds_are_counted_and_the_two_zeros_are_equal(
      Implementation implementation) {
    ColumnKernels kernels = implementation.kernels().columns();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int length = random.nextInt(70);
      int at = random.nextInt(5);
      int least = random.nextInt(5);
      int greatest = least + length + random.nextInt(3);
      float[] x = Numbers.floats(random, at + length, Special.FINITE);
      float[] values = Numbers.floats(random, greatest + length, Special.FINITE);
      Bounds bounds = new Bounds(values, least, greatest);
      assertThat(kernels.countBetween(x, at, bounds, length))
          .as("seed %d, length %d", seed, length)
          .isEqualTo(DEFINITION.countBetween(x, at, bounds, length));
    }
    float[] zeros = {0f, -0f, 0f, -0f};
    Bounds bounds = new Bounds(new float[] {-0f, 0f, 0f, -0f}, 0, 0);
    assertThat(kernels.countBetween(zeros, 0, bounds, 4)).isEqualTo(4);
  }
}
