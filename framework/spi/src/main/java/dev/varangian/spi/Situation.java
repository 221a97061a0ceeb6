package dev.varangian.spi;

import java.util.List;

/** A faulty agent in a round, with what its fault declared to know. */
public interface Situation {

  /** The round, counted from 1. */
  int round();

  /** The agent, counted from 0. */
  int agent();

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
}
