package dev.varangian.core.simulation;

import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A situation that gives access only to the knowledge that the fault declared.
 *
 * @param knowledge the knowledge that the fault declared
 * @param gradient the agent's own correct gradient
 * @param others the gradients of the honest agents
 * @param trial computes the result of the server's filter for a forgery
 */
record RestrictedSituation(
    AgentRound agentRound,
    Knowledge knowledge,
    Supplier<Row> gradient,
    List<Row> others,
    Function<Consumer<OutputRow>, Row> trial)
    implements Situation {

  @Override
  public Row own() {
    demand(Knowledge.OWN_GRADIENT);
    return gradient.get();
  }

  @Override
  public List<Row> honest() {
    demand(Knowledge.ALL_GRADIENTS);
    return others;
  }

  @Override
  public Row filtered(Consumer<OutputRow> forgery) {
    demand(Knowledge.FILTER);
    return trial.apply(forgery);
  }

  private void demand(Knowledge needed) {
    if (knowledge.compareTo(needed) < 0) {
      throw new IllegalStateException("a fault that knows " + knowledge + " asked for " + needed);
    }
  }
}
