package dev.varangian.tensor.operation;

import java.util.List;

/**
 * A differentiable computation: its forward and its backward side by side.
 *
 * <p>It is defined on <em>one agent's</em> tensors and runs for the tensors of several agents at
 * once; {@link Step} gives it their values, which lie one agent after the other. Where a parameter
 * is shared by all agents its gradient is still formed for each agent apart.
 *
 * <p>Implementations allocate nothing in {@link #forward} and {@link #backward} once both have run,
 * and add up in an order that depends on the shapes alone: over samples in their order, so that the
 * same values give the same bits on every machine. One thread at a time uses them.
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
   * it (it is never added to what stands there), from the gradient of the result and the values.
   */
  void backward(Step step);
}
