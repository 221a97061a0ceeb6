package dev.varangian.tensor;

import org.jspecify.annotations.Nullable;

/**
 * Where an operation finds a tensor's values and puts its gradient, for several agents.
 *
 * <p>An ordinary tensor's values lie agent after agent in one array, and so does its gradient. A
 * parameter's values are one copy for all agents, while its gradient lies in each agent's own row.
 */
public final class Operand {
  private final Shape shape;
  private final boolean shared;
  private final boolean needsGradient;
  private final int parameterOffset;
  private float[] values;
  private final float @Nullable [] gradient;
  private float @Nullable [][] rows;
  private int firstRow;

  private Operand(
      Shape shape,
      boolean shared,
      int parameterOffset,
      float[] values,
      boolean needsGradient,
      float @Nullable [] gradient) {
    this.shape = shape;
    this.shared = shared;
    this.parameterOffset = parameterOffset;
    this.values = values;
    this.needsGradient = needsGradient;
    this.gradient = gradient;
  }

  /** A tensor of which each agent has its own. */
  static Operand own(Shape shape, float[] values, float @Nullable [] gradient) {
    return new Operand(shape, false, 0, values, gradient != null, gradient);
  }

  /** A parameter that lies at {@code offset} in the weights and in every row. */
  static Operand parameter(Shape shape, int offset, boolean needsGradient) {
    return new Operand(shape, true, offset, new float[0], needsGradient, null);
  }

  void bindWeights(float[] weights) {
    values = weights;
  }

  void bindRows(float[][] rows, int firstRow) {
    this.rows = rows;
    this.firstRow = firstRow;
  }

  /** The same tensor with a gradient of its own, for one use of several. */
  Operand withGradient(float[] part) {
    return new Operand(shape, shared, parameterOffset, values, true, part);
  }

  /** The array of all agents' gradients, agent after agent; null for parameters and constants. */
  float @Nullable [] gradients() {
    return gradient;
  }

  /** The shape of one agent's tensor. */
  public Shape shape() {
    return shape;
  }

  /** Whether all agents read the same values: true for parameters. */
  public boolean shared() {
    return shared;
  }

  /** The array that holds the values. */
  public float[] values() {
    return values;
  }

  /** Where in {@link #values()} those of {@code agent} begin. */
  public int offset(int agent) {
    return shared ? parameterOffset : agent * shape.size();
  }

  /** Whether {@link Operation#backward} has to write this operand's gradient. */
  public boolean needsGradient() {
    return needsGradient;
  }

  /** The array that takes the gradient of {@code agent}. */
  public float[] gradient(int agent) {
    float[] own = gradient;
    if (own != null) {
      return own;
    }
    float[][] bound = rows;
    if (bound == null) {
      throw new IllegalStateException("this operand has no gradient");
    }
    return bound[firstRow + agent];
  }

  /** Where in {@link #gradient} that of {@code agent} begins. */
  public int gradientOffset(int agent) {
    return gradient != null ? agent * shape.size() : parameterOffset;
  }
}
