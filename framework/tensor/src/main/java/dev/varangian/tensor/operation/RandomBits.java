package dev.varangian.tensor.operation;

/**
 * The random bits of one run of a plan: a function of its arguments, the same from a forward to its
 * backward.
 */
@FunctionalInterface
public interface RandomBits {

  /**
   * 64 random bits.
   *
   * @param layer the number of the layer that asks, counted from 0 on its tape
   * @param agent which agent of the run, counted from 0
   * @param index which value of the agent's tensor, counted from 0
   */
  long at(int layer, int agent, int index);
}
