package dev.varangian.core.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.varangian.spi.context.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowWriterTest {

  private static List<Row> views(float[][] rows, int length) {
    return Stream.of(rows).map(row -> (Row) new RowView(row, length)).toList();
  }

  @Test
  void an_order_statistic_is_the_plain_one_in_every_coordinate() {
    Random random = new Random(3);
    for (int n : new int[] {1, 2, 3, 9, 30}) {
      for (int d : new int[] {1, 17, 513, 4097}) {
        float[][] rows = new float[n][d + 5];
        for (float[] row : rows) {
          for (int j = 0; j < row.length; j++) {
            row[j] = j % 3 == 0 ? random.nextInt(3) : (float) random.nextGaussian();
          }
        }
        for (int place = 0; place < n; place++) {
          float[] written = new float[d + 5];
          Arrays.fill(written, Float.NaN);
          new RowWriter(written, d).orderStatistic(place, views(rows, d));
          for (int j = 0; j < d; j++) {
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
              column[i] = rows[i][j];
            }
            Arrays.sort(column);
            assertThat(written[j]).isEqualTo((float) column[place]);
          }
          assertThat(Arrays.copyOfRange(written, d, d + 5)).containsOnly(0);
        }
      }
    }
  }

  @Test
  void the_least_and_the_greatest_floats_keep_their_bits() {
    float[][] rows = {{Float.MAX_VALUE}, {-Float.MAX_VALUE}, {Float.MIN_VALUE}};
    float[] written = new float[1];
    float[] sorted = {-Float.MAX_VALUE, Float.MIN_VALUE, Float.MAX_VALUE};
    for (int place = 0; place < 3; place++) {
      new RowWriter(written, 1).orderStatistic(place, views(rows, 1));
      assertThat(written).containsExactly(sorted[place]);
    }
  }

  @Test
  void there_is_no_place_before_the_first_row_or_after_the_last() {
    RowWriter out = new RowWriter(new float[2], 2);
    List<Row> rows = views(new float[2][2], 2);
    for (int place : new int[] {-1, 2}) {
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> out.orderStatistic(place, rows));
    }
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> out.orderStatistic(0, List.of()));
  }

  @Test
  void rows_of_another_length_are_rejected() {
    RowWriter out = new RowWriter(new float[2], 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> out.orderStatistic(0, views(new float[1][3], 3)))
        .withMessageContaining("length 3");
  }
}
