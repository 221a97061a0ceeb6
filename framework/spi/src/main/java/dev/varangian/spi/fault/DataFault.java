package dev.varangian.spi.fault;

import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.data.Batch;
import dev.varangian.spi.data.Dataset;

/**
 * A fault that changes the agent's training data; the agent then sends the correct gradient for the
 * changed data.
 */
public non-sealed interface DataFault extends Fault {

  /** Which data sets the fault can act on; checked before anything runs. */
  default Condition accepts(Dataset dataset) {
    return new Condition("any data set", true);
  }

  /**
   * Changes the agent's batch of this round.
   *
   * @param batch valid during this call
   * @param at the agent and the round
   */
  void corrupt(Batch batch, AgentRound at);
}
