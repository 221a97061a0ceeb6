package dev.varangian.spi.filter;

import dev.varangian.spi.context.Row;
import java.util.List;

/** What a {@link GeneralFilter} receives in a round. */
public interface Received {

  /** The round, counted from 1. */
  int round();

  /** The n received vectors, in the order of the agents. */
  List<Row> rows();

  /**
   * A reference vector.
   *
   * @throws IllegalArgumentException if the filter did not declare it
   */
  Row reference(Reference reference);
}
