package dev.varangian.spi.fault;

import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import java.util.List;
import java.util.function.Consumer;

/** A faulty agent in a round, with what its fault declared to know. */
public interface Situation {

  /** The agent and the round. */
  AgentRound agentRound();

  /**
   * The agent's own correct gradient.
   *
   * @throws IllegalStateException if the fault did not declare that it knows it
   */
  Row own();

  /**
   * The gradients of the honest agents, in the order of the agents.
   *
   * @throws IllegalStateException if the fault did not declare that it knows them
   */
  List<Row> honest();

  /**
   * What the server's pre-aggregators and filter would make of this round's vectors if every faulty
   * agent sent the one that {@code forgery} writes; gradient averaging is left out of account.
   * Trying it changes nothing.
   *
   * @param forgery writes the vector, all zeros at first; called once, during this call
   * @return the filter's result, valid until the next call
   * @throws IllegalStateException if the fault did not declare that it knows the filter
   */
  default Row filtered(Consumer<OutputRow> forgery) {
    throw new IllegalStateException("the server's filter is not known here");
  }
}
