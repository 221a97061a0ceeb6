package dev.varangian.core.aggregation;

import dev.varangian.spi.context.Row;
import dev.varangian.spi.filter.Received;
import java.util.Arrays;
import java.util.List;

/** Rows as what a general filter sees. */
record ReceivedRows(int round, List<Row> rows) implements Received {

  /** The first d coordinates of the rows. */
  static ReceivedRows of(int round, float[][] rows, int d) {
    return new ReceivedRows(
        round, Arrays.stream(rows).map(row -> (Row) new RowView(row, d)).toList());
  }
}
