package dev.varangian.tensor;

import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Shape;
import org.jspecify.annotations.Nullable;

/** The memory of a tensor of a plan or an eager tape. */
final class TensorMemory implements Operand {
  private final Shape shape;
  private final boolean parameter;
  private final boolean needsGradient;
  private final int parameterOffset;
  private int stride;
  private float[] values;
  private final float @Nullable [] gradient;
  private float @Nullable [][] rows;
  private int firstRow;

  private TensorMemory(
      Shape shape,
      boolean parameter,
      int parameterOffset,
      float[] values,
      boolean needsGradient,
      float @Nullable [] gradient) {
    this.shape = shape;
    this.parameter = parameter;
    this.parameterOffset = parameterOffset;
    this.stride = parameter ? 0 : shape.size();
    this.values = values;
    this.needsGradient = needsGradient;
    this.gradient = gradient;
  }

  /** A tensor whose values differ between agents. */
  static TensorMemory own(Shape shape, float[] values, float @Nullable [] gradient) {
    return new TensorMemory(shape, false, 0, values, gradient != null, gradient);
  }

  /** A parameter at {@code offset} in the weights and in every row. */
  static TensorMemory parameter(Shape shape, int offset, boolean needsGradient) {
    return new TensorMemory(shape, true, offset, new float[0], needsGradient, null);
  }

  /** Whether it is a parameter, which {@link #bindWeights} gives its values. */
  boolean isParameter() {
    return parameter;
  }

  void bindWeights(Weights weights) {
    values = weights.values();
    stride = weights.stride();
  }

  void bindRows(float[][] rows, int firstRow) {
    this.rows = rows;
    this.firstRow = firstRow;
  }

  /** The same tensor with a gradient of its own, for one use of several. */
  TensorMemory withGradient(float[] part) {
    return new TensorMemory(shape, parameter, parameterOffset, values, true, part);
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
    return stride == 0;
  }

  @Override
  public float[] values() {
    return values;
  }

  @Override
  public int offset(int agent) {
    return parameterOffset + agent * stride;
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
