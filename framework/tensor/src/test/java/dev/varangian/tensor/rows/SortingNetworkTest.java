package dev.varangian.tensor.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortingNetworkTest {

  @Test
  void it_sorts_up_to_seventy_random_values_with_duplicates() {
    Random random = new Random(3);
    for (int n = 1; n <= 70; n++) {
      for (int columns = 0; columns < 100; columns++) {
        int range = columns % 2 == 0 ? Integer.MAX_VALUE : 5;
        int[] values = random.ints(n, 0, range).toArray();
        assertThat(applied(SortingNetwork.pairs(n), values))
            .as("n = %d", n)
            .isEqualTo(sorted(values));
      }
    }
  }

  /** A network that sorts every sequence of zeros and ones sorts everything (Knuth 5.3.4Z). */
  @Test
  void it_sorts_all_sequences_of_zeros_and_ones_up_to_twelve() {
    for (int n = 1; n <= 12; n++) {
      int[] pairs = SortingNetwork.pairs(n);
      for (int sequence = 0; sequence < 1 << n; sequence++) {
        int[] values = zerosAndOnes(n, sequence);
        assertThat(applied(pairs, values)).as("n = %d", n).isEqualTo(sorted(values));
      }
    }
  }

  @Test
  void what_a_span_needs_sorts_its_values_and_is_less_than_all() {
    for (int n = 1; n <= 9; n++) {
      int[] all = SortingNetwork.pairs(n);
      for (int first = 0; first < n; first++) {
        for (int last = first; last < n; last++) {
          int[] pairs = SortingNetwork.neededFor(first, last, all);
          for (int sequence = 0; sequence < 1 << n; sequence++) {
            int[] values = zerosAndOnes(n, sequence);
            assertThat(Arrays.copyOfRange(applied(pairs, values), first, last + 1))
                .as("n = %d, %d to %d", n, first, last)
                .isEqualTo(Arrays.copyOfRange(sorted(values), first, last + 1));
          }
        }
      }
      assertThat(SortingNetwork.neededFor(0, n - 1, all)).isEqualTo(all);
    }
    int[] all = SortingNetwork.pairs(100);
    assertThat(SortingNetwork.neededFor(49, 50, all)).hasSizeLessThan(all.length * 9 / 10);
  }

  private static int[] zerosAndOnes(int n, int sequence) {
    int[] values = new int[n];
    Arrays.setAll(values, i -> sequence >> i & 1);
    return values;
  }

  private static int[] sorted(int[] values) {
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static int[] applied(int[] pairs, int[] values) {
    int[] result = values.clone();
    for (int i = 0; i < pairs.length; i += 2) {
      int low = Math.min(result[pairs[i]], result[pairs[i + 1]]);
      result[pairs[i + 1]] = Math.max(result[pairs[i]], result[pairs[i + 1]]);
      result[pairs[i]] = low;
    }
    return result;
  }
}
