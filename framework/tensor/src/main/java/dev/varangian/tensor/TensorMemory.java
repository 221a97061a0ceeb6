package dev.varangian.tensor;

import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Shape;
import org.jspecify.annotations.Nullable;

/** The memory of a tensor of a plan or an eager tape. */
final class TensorMemory implements Operand {
  private final Shape shape;
  private final boolean shared;
  private final boolean needsGradient;
  private final int parameterOffset;
  private float[] values;
  private final float @Nullable [] gradient;
  private float @Nullable [][] rows;
  private int firstRow;

  private TensorMemory(
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
  static TensorMemory own(Shape shape, float[] values, float @Nullable [] gradient) {
    return new TensorMemory(shape, false, 0, values, gradient != null, gradient);
  }

  /** A parameter that lies at {@code offset} in the weights and in every row. */
  static TensorMemory parameter(Shape shape, int offset, boolean needsGradient) {
    return new TensorMemory(shape, true, offset, new float[0], needsGradient, null);
  }

  void bindWeights(float[] weights) {
    values = weights;
  }

  void bindRows(float[][] rows, int firstRow) {
    this.rows = rows;
    this.firstRow = firstRow;
  }

  /** The same tensor with a gradient of its own, for one use of several. */
  TensorMemory withGradient(float[] part) {
    return new TensorMemory(shape, shared, parameterOffset, values, true, part);
  }

  /** The array of all agents' gradients, agent after agent; null for parameters and constants. */
  float @Nullable [] gradients() {
    return gradient;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public boolean shared() {
    return shared;
  }

  @Override
  public float[] values() {
    return values;
  }

  @Override
  public int offset(int agent) {
    return shared ? parameterOffset : agent * shape.size();
  }

  @Override
  public boolean needsGradient() {
    return needsGradient;
  }

  @Override
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

  @Override
  public int gradientOffset(int agent) {
    return gradient != null ? agent * shape.size() : parameterOffset;
  }
}
