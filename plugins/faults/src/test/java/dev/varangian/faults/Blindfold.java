package dev.varangian.faults;

import dev.varangian.spi.context.Row;
import dev.varangian.spi.fault.Situation;
import java.util.List;

/** The situation of a fault that knows nothing. */
record Blindfold() implements Situation {

  @Override
  public int round() {
    return 1;
  }

  @Override
  public int agent() {
    return 0;
  }

  @Override
  public Row own() {
    throw new IllegalStateException("not known");
  }

  @Override
  public List<Row> honest() {
    throw new IllegalStateException("not known");
  }
}
