package dev.varangian.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortingNetworkTest {

  @Test
  void it_sorts_up_to_seventy_random_values_with_duplicates() {
    Random random = new Random(3);
    for (int n = 1; n <= 70; n++) {
      int[][] rows = new int[n][100];
      for (int[] row : rows) {
        Arrays.setAll(row, i -> i % 2 == 0 ? random.nextInt() : random.nextInt(5));
      }
      assertSorts(n, rows);
    }
  }

  /** A network that sorts every sequence of zeros and ones sorts everything (Knuth 5.3.4Z). */
  @Test
  void it_sorts_all_sequences_of_zeros_and_ones_up_to_twelve() {
    for (int n = 1; n <= 12; n++) {
      int[][] rows = new int[n][1 << n];
      for (int i = 0; i < n; i++) {
        int bit = i;
        Arrays.setAll(rows[i], sequence -> sequence >> bit & 1);
      }
      assertSorts(n, rows);
    }
  }

  private static void assertSorts(int n, int[][] rows) {
    int width = rows[0].length;
    int[][] expected = new int[width][];
    for (int column = 0; column < width; column++) {
      expected[column] = column(rows, column);
      Arrays.sort(expected[column]);
    }
    new SortingNetwork(n).sort(rows, width);
    for (int column = 0; column < width; column++) {
      assertThat(column(rows, column)).as("n = %d", n).isEqualTo(expected[column]);
    }
  }

  private static int[] column(int[][] rows, int column) {
    return Arrays.stream(rows).mapToInt(row -> row[column]).toArray();
  }
}
