package dev.varangian.faults;

import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.fault.Situation;
import java.util.List;

/** The situation of a fault that knows nothing. */
record Blindfold() implements Situation {

  @Override
  public AgentRound agentRound() {
    return new AgentRound(1, 0);
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
