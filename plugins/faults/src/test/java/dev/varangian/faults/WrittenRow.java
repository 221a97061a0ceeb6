package dev.varangian.faults;

import dev.varangian.spi.OutputRow;
import dev.varangian.spi.Row;
import java.util.Arrays;
import java.util.List;

/** An output row that keeps what a fault writes that reads nothing. */
record WrittenRow(float[] values) implements OutputRow {

  @Override
  public int length() {
    return values.length;
  }

  @Override
  public void set(int to, float[] from, int fromOffset, int length) {
    System.arraycopy(from, fromOffset, values, to, length);
  }

  @Override
  public void fill(float value) {
    Arrays.fill(values, value);
  }

  @Override
  public void combine(double[] weights, List<Row> rows) {
    throw new IllegalStateException("there are no rows");
  }

  @Override
  public void orderStatistic(int place, List<Row> rows) {
    throw new IllegalStateException("there are no rows");
  }
}
