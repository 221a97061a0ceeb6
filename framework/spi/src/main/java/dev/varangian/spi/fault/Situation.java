package dev.varangian.spi.fault;

import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import java.util.List;
import java.util.function.Consumer;

/** A faulty agent in a round, with the knowledge that its fault declared. */
public interface Situation {

  /** The agent and the round. */
  AgentRound agentRound();

  /**
   * The agent's own correct gradient.
   *
   * @throws IllegalStateException if the fault did not declare this knowledge
   */
  Row own();

  /**
   * The gradients of the honest agents, in the order of the agents.
   *
   * @throws IllegalStateException if the fault did not declare this knowledge
   */
  List<Row> honest();

  /**
   * The result of the server's pre-aggregators and filter on this round's vectors if every faulty
   * agent sent the vector that {@code forgery} writes. Gradient averaging is not applied. A trial
   * changes no state.
   *
   * @param forgery writes the vector, all zeros at first; called once, during this call
   * @return the filter's result, valid until the next call
   * @throws IllegalStateException if the fault did not declare this knowledge
   */
  default Row filtered(Consumer<OutputRow> forgery) {
    throw new IllegalStateException("this situation does not give access to the server's filter");
  }
}
