package dev.varangian.spi;

/**
 * A fault that changes what the agent learns from; its gradient is then the correct one for that.
 */
public non-sealed interface DataFault extends Fault {

  /**
   * Changes the agent's batch of this round.
   *
   * @param agent counted from 0
   * @param round counted from 1
   */
  void corrupt(Batch batch, int agent, int round);
}
