package dev.varangian.tensor.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ColumnMeanTest {
  private static final float[][] ROWS = {
    {5, 1, 4, 0},
    {1, 3, 4, 0},
    {2, 2, 4, 7},
    {9, 0, -4, 0},
  };

  private static float[] written(ColumnMean mean, long[] uses) {
    float[] out = new float[4];
    mean.writeAndCount(ROWS, 0, 4, out, mean.buffer(), uses);
    return out;
  }

  @Test
  void a_span_of_the_sorted_values_is_averaged() {
    long[] uses = new long[4];
    assertThat(written(ColumnMean.ofSpan(4, 1, 2), uses)).containsExactly(3.5f, 1.5f, 4, 0);
    assertThat(uses)
        .as("values from the least to the greatest averaged")
        .containsExactly(4, 2, 3, 1);
  }

  @Test
  void the_values_nearest_to_the_centre_are_averaged_and_a_tie_goes_to_the_lower_row() {
    // The medians are 3.5, 1.5, 4, 0; 2 and 5 are equally far from 3.5, as 1 and 2 from 1.5.
    long[] uses = new long[4];
    assertThat(written(ColumnMean.ofNearest(4, 1, 1, 2), uses)).containsExactly(5, 1, 4, 0);
    assertThat(uses).containsExactly(4, 2, 1, 1);
    assertThat(written(ColumnMean.ofNearest(4, 3, 1, 2), new long[4]))
        .containsExactly(8 / 3f, 2, 4, 0);
  }

  @Test
  void the_mean_of_all_values_does_not_depend_on_the_centre() {
    assertThat(written(ColumnMean.ofNearest(4, 4, 0, 0), new long[4]))
        .containsExactly(written(ColumnMean.ofSpan(4, 0, 3), new long[4]));
  }

  @Test
  void ranges_of_coordinates_give_the_same_means_as_the_whole() {
    Random random = new Random(1);
    float[][] rows = new float[7][1000];
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    ColumnMean mean = ColumnMean.ofNearest(7, 4, 2, 4);
    float[] whole = new float[1000];
    long[] uses = new long[7];
    mean.writeAndCount(rows, 0, 1000, whole, mean.buffer(), uses);
    float[] parts = new float[1000];
    ColumnMean.Buffer buffer = mean.buffer();
    mean.write(rows, 0, 333, parts, buffer);
    mean.write(rows, 333, 1000, parts, buffer);
    assertThat(parts).isEqualTo(whole);
    assertThat(Arrays.stream(uses).sum()).isEqualTo(4 * 1000);
  }

  @Test
  void places_and_counts_beyond_the_rows_are_refused() {
    assertThatThrownBy(() -> ColumnMean.ofSpan(4, 2, 4))
        .hasMessage("places 2 to 4 of 4 sorted values");
    assertThatThrownBy(() -> ColumnMean.ofNearest(4, 5, 0, 3))
        .hasMessage("the nearest 5 of 4 values");
  }
}
