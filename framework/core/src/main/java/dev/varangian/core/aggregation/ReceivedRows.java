package dev.varangian.core.aggregation;

import dev.varangian.spi.context.Row;
import dev.varangian.spi.filter.Received;
import dev.varangian.spi.filter.Reference;
import java.util.Arrays;
import java.util.List;

/** Rows in the form that a general filter receives. */
record ReceivedRows(int round, List<Row> rows, ReferenceRows references, int d)
    implements Received {

  /** The first d coordinates of the rows. */
  static ReceivedRows of(int round, float[][] rows, ReferenceRows references, int d) {
    List<Row> views = Arrays.stream(rows).map(row -> (Row) new RowView(row, d)).toList();
    return new ReceivedRows(round, views, references, d);
  }

  @Override
  public Row reference(Reference reference) {
    return new RowView(references.row(references.indexOf(reference)), d);
  }
}
