package dev.varangian.tensor.operation;

import java.util.List;

/**
 * A differentiable computation: forward and backward side by side.
 *
 * <p>It is defined on <em>one agent's</em> tensors and runs for the tensors of several agents at
 * once; {@link Step} gives it their values, agent after agent. Where a parameter is shared by all
 * agents, there is still one gradient for each agent.
 *
 * <p>Implementations allocate no arrays in {@link #forward} and {@link #backward} once both have
 * run, and add up in an order that depends on the shapes alone: over samples in their order, so
 * that the same values give the same bits on every machine. They are used by one thread at a time.
 */
public interface Computation {

  /**
   * The number of floats of working memory that {@link #forward} or {@link #backward} needs, the
   * larger of the two, when run for {@code agents} agents. Its content is lost between calls.
   */
  default int scratch(List<Shape> operands, int agents) {
    return 0;
  }

  /** Writes the result's values, all of them. */
  void forward(Step step);

  /**
   * Writes the gradient of each operand that {@linkplain Operand#needsGradient() needs one}, all of
   * it (it replaces what was there), from the gradient of the result and the values.
   */
  void backward(Step step);
}
