package dev.varangian.core.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowViewTest {
  private final Row row = new RowView(new float[] {1, 2, 3, 99}, 3);
  private final float[] written = {9, 9, 9, 9};
  private final OutputRow out = new RowWriter(written, 3);

  @Test
  void what_lies_behind_the_last_coordinate_is_out_of_reach() {
    assertThat(row.length()).isEqualTo(3);
    assertThat(row.get(2)).isEqualTo(3);
    assertThat(row.squaredNorm()).isEqualTo(14);
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> row.get(3));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> row.get(-1));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> row.copy(2, new float[4], 0, 2));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> out.set(2, new float[2], 0, 2));
    out.fill(5);
    assertThat(written).containsExactly(5, 5, 5, 0);
  }

  @Test
  void rows_of_another_length_do_not_mix() {
    Row shorter = new RowView(new float[] {1, 1}, 2);
    assertThatIllegalArgumentException().isThrownBy(() -> row.dot(shorter));
    assertThatIllegalArgumentException().isThrownBy(() -> row.squaredDistance(shorter));
    assertThatIllegalArgumentException().isThrownBy(() -> out.scale(1, shorter));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> out.combine(new double[] {1, 2}, List.of(row)))
        .withMessage("2 weights for 1 rows");
  }

  @Test
  void products_distances_and_sums_are_those_of_the_vectors() {
    Row other = new RowView(new float[] {2, 0, -1, 77}, 3);
    assertThat(row.dot(other)).isEqualTo(-1);
    assertThat(row.squaredDistance(other)).isEqualTo(21);
    out.combine(new double[] {2, -1}, List.of(row, other));
    assertThat(written).containsExactly(0, 4, 7, 0);
    out.scale(-0.5, row);
    assertThat(written).containsExactly(-0.5f, -1, -1.5f, 0);
    out.set(1, new float[] {8, 6, 4}, 1, 2);
    assertThat(written).containsExactly(-0.5f, 6, 4, 0);
    float[] copy = new float[4];
    row.copy(1, copy, 2, 2);
    assertThat(copy).containsExactly(0, 0, 2, 3);
  }
}
