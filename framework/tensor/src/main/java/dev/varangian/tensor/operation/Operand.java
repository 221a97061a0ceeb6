package dev.varangian.tensor.operation;

/**
 * Where an operation reads a tensor's values and writes its gradient, for several agents.
 *
 * <p>An ordinary tensor's values lie agent after agent in one array, and so does its gradient. A
 * parameter's values are one copy for all agents, or one in each agent's own weights; its gradient
 * lies in each agent's own row.
 */
public interface Operand {

  /** The shape of one agent's tensor. */
  Shape shape();

  /** Whether all agents read the same values: those of a parameter in weights that all share. */
  boolean shared();

  /** The array that holds the values. */
  float[] values();

  /** Where in {@link #values()} those of {@code agent} begin; the distance is the same for all. */
  int offset(int agent);

  /** Whether {@link Computation#backward} has to write this operand's gradient. */
  boolean needsGradient();

  /**
   * The array that takes the gradient of {@code agent}.
   *
   * @throws IllegalStateException if the tensor has no gradient
   */
  float[] gradient(int agent);

  /** Where in {@link #gradient} that of {@code agent} begins. */
  int gradientOffset(int agent);
}
