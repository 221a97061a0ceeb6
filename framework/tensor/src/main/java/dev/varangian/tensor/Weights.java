package dev.varangian.tensor;

/**
 * The weights that a plan runs with: one vector that all agents share, or one for each agent.
 *
 * @param values the vectors, one after the other
 * @param stride the distance between the vectors of two agents; 0 if all share one
 */
public record Weights(float[] values, int stride) {

  /** One vector that all agents share. */
  public static Weights shared(float[] values) {
    return new Weights(values, 0);
  }

  /**
   * A vector for each agent.
   *
   * @param values the vector of agent i of a run begins at {@code i * stride}
   * @param stride at least the number of parameters
   */
  public static Weights ofEach(float[] values, int stride) {
    if (stride < 1) {
      throw new IllegalArgumentException("a stride of " + stride + " weights, expected at least 1");
    }
    return new Weights(values, stride);
  }

  /**
   * @throws IllegalArgumentException unless there are vectors of so many parameters for so many
   *     agents
   */
  void require(int agents, int parameters) {
    if (stride > 0 && stride < parameters) {
      throw new IllegalArgumentException(
          "a stride of "
              + stride
              + " weights, expected at least the "
              + parameters
              + " parameters");
    }
    long needed = (long) (agents - 1) * stride + parameters;
    if (values.length < needed) {
      throw new IllegalArgumentException(
          values.length + " weights, expected at least " + needed + " for " + agents + " agents");
    }
  }
}
