package dev.varangian.core.simulation;

import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Randomness;
import dev.varangian.tensor.operation.RandomBits;

/**
 * The random bits of dropout for the agents of one pass: they depend only on (seed, layer, agent,
 * round, index).
 */
final class DropoutBits implements RandomBits {
  private final Randomness[] layers;
  private final Draws[][] draws;

  /**
   * Creates the bits before any round.
   *
   * @param layers the number of dropout layers
   * @param agents the maximum number of agents in a pass
   */
  DropoutBits(long seed, int layers, int agents) {
    this.layers = new Randomness[layers];
    this.draws = new Draws[layers][agents];
    for (int layer = 0; layer < layers; layer++) {
      this.layers[layer] = new Randomness(seed, "dropout " + layer);
    }
  }

  /** Switches to a pass of {@code count} agents. */
  void turnTo(int round, int firstAgent, int count) {
    for (int layer = 0; layer < layers.length; layer++) {
      for (int i = 0; i < count; i++) {
        draws[layer][i] = layers[layer].at(new AgentRound(round, firstAgent + i));
      }
    }
  }

  @Override
  public long at(int layer, int agent, int index) {
    return draws[layer][agent].bits(index);
  }
}
