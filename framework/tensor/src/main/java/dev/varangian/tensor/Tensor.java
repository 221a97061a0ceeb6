package dev.varangian.tensor;

import dev.varangian.tensor.convolution.Conv2d;
import dev.varangian.tensor.elementwise.Add;
import dev.varangian.tensor.elementwise.Dropout;
import dev.varangian.tensor.elementwise.Gelu;
import dev.varangian.tensor.elementwise.Multiply;
import dev.varangian.tensor.elementwise.Relu;
import dev.varangian.tensor.elementwise.Sigmoid;
import dev.varangian.tensor.elementwise.Tanh;
import dev.varangian.tensor.layout.Concat;
import dev.varangian.tensor.layout.Reshape;
import dev.varangian.tensor.linear.Dense;
import dev.varangian.tensor.linear.MatMul;
import dev.varangian.tensor.normalisation.BatchNorm;
import dev.varangian.tensor.normalisation.LayerNorm;
import dev.varangian.tensor.normalisation.Softmax;
import dev.varangian.tensor.operation.Operation;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.pooling.AveragePool2d;
import dev.varangian.tensor.pooling.MaxPool2d;
import dev.varangian.tensor.reduction.MeanSquaredError;
import dev.varangian.tensor.reduction.SoftmaxCrossEntropy;
import dev.varangian.tensor.reduction.Sum;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tensor on a {@link Tape}: an input, a parameter or the result of an operation.
 *
 * <p>Shapes are those of one agent's batch; the first dimension of inputs and of what is computed
 * from them counts the samples. A tensor of an eager tape has values as soon as it is created.
 */
public final class Tensor {
  private final Tape tape;
  private final int index;
  private final Shape shape;
  private final @Nullable Operation operation;
  private final List<Tensor> operands;
  private final @Nullable Parameter parameter;
  private final float @Nullable [] values;

  Tensor(
      Tape tape,
      int index,
      Shape shape,
      @Nullable Operation operation,
      List<Tensor> operands,
      @Nullable Parameter parameter,
      float @Nullable [] values) {
    this.tape = tape;
    this.index = index;
    this.shape = shape;
    this.operation = operation;
    this.operands = operands;
    this.parameter = parameter;
    this.values = values;
  }

  /** The shape of one agent's tensor. */
  public Shape shape() {
    return shape;
  }

  /**
   * The values.
   *
   * @throws IllegalStateException unless the tape is eager
   */
  public float[] values() {
    return storedValues().clone();
  }

  /**
   * The result of {@code operation} on this tensor and {@code others}, for operations that have no
   * method of their own here.
   */
  public Tensor apply(Operation operation, Tensor... others) {
    List<Tensor> all = new ArrayList<>();
    all.add(this);
    all.addAll(List.of(others));
    return tape.record(operation, List.copyOf(all));
  }

  /** The sum with a tensor of the same shape, or one of this shape's trailing dimensions. */
  public Tensor add(Tensor other) {
    return apply(new Add(), other);
  }

  /** The elementwise product with a tensor of the same shape, or one of the trailing dimensions. */
  public Tensor multiply(Tensor other) {
    return apply(new Multiply(), other);
  }

  /** The sum of all values, a scalar. */
  public Tensor sum() {
    return apply(new Sum(false));
  }

  /** The mean of all values, a scalar. */
  public Tensor mean() {
    return apply(new Sum(true));
  }

  /** The same values in another shape of equal size. */
  public Tensor reshape(int... dimensions) {
    return apply(new Reshape(Shape.of(dimensions)));
  }

  /** One row for each sample: {@code [samples, everything else]}. */
  public Tensor flatten() {
    return reshape(shape.dimension(0), shape.sizeOfEntry());
  }

  /** max(x, 0). */
  public Tensor relu() {
    return apply(new Relu());
  }

  /** The hyperbolic tangent. */
  public Tensor tanh() {
    return apply(new Tanh());
  }

  /** 1 / (1 + exp(-x)). */
  public Tensor sigmoid() {
    return apply(new Sigmoid());
  }

  /** x P(x) with the distribution function P of the standard normal distribution. */
  public Tensor gelu() {
    return apply(new Gelu());
  }

  /** exp(x_i) / sum over j of exp(x_j) along the last dimension. */
  public Tensor softmax() {
    return apply(new Softmax());
  }

  /**
   * In training each value becomes 0 with probability {@code rate} and is otherwise divided by 1 -
   * rate; in evaluation all values pass unchanged.
   *
   * @param rate at least 0, below 1
   */
  public Tensor dropout(double rate) {
    return apply(new Dropout(tape.dropouts(), rate));
  }

  /**
   * Each entry brought to mean 0 and variance 1, then scaled and shifted value by value.
   *
   * @param scale of the shape of an entry: this tensor's trailing dimensions
   * @param shift of the same shape
   */
  public Tensor layerNorm(Tensor scale, Tensor shift) {
    return apply(new LayerNorm(), scale, shift);
  }

  /**
   * Each channel of {@code [samples, ..., channels]} brought to mean 0 and variance 1 over an
   * agent's batch, then scaled and shifted; in evaluation by given means and variances.
   *
   * @param scale {@code [channels]}
   * @param shift {@code [channels]}
   */
  public Tensor batchNorm(Tensor scale, Tensor shift) {
    return apply(new BatchNorm(tape.statistics()), scale, shift);
  }

  /**
   * This tensor followed by others along one dimension; their other extents are the same.
   *
   * @param dimension counted from 0
   */
  public Tensor concat(int dimension, Tensor... others) {
    return apply(new Concat(dimension), others);
  }

  /**
   * The matrix product of {@code [..., rows, inner]} with one matrix or with one for each of these.
   *
   * @param other {@code [inner, columns]}, or {@code [..., inner, columns]} with the same leading
   *     dimensions
   */
  public Tensor matmul(Tensor other) {
    return apply(new MatMul(), other);
  }

  /**
   * x W + b.
   *
   * @param weight {@code [inputs, outputs]}
   * @param bias {@code [outputs]}
   */
  public Tensor dense(Tensor weight, Tensor bias) {
    return apply(new Dense(), weight, bias);
  }

  /**
   * The cross-correlation of images {@code [samples, height, width, channels]} with a window,
   * stride 1, no padding.
   *
   * @param weight {@code [outputs, window height, window width, channels]}
   * @param bias {@code [outputs]}
   */
  public Tensor conv2d(Tensor weight, Tensor bias) {
    return conv2d(weight, bias, 1, 0);
  }

  /**
   * The cross-correlation of images {@code [samples, height, width, channels]} with a window.
   *
   * @param weight {@code [outputs, window height, window width, channels]}
   * @param bias {@code [outputs]}
   * @param stride by how many pixels the window moves, down and to the right; at least 1
   * @param padding how many zeros surround the images on each side; at least 0
   */
  public Tensor conv2d(Tensor weight, Tensor bias, int stride, int padding) {
    return apply(new Conv2d(stride, padding), weight, bias);
  }

  /** The maxima of adjacent windows of size x size; rows and columns left over are dropped. */
  public Tensor maxPool2d(int size) {
    return apply(new MaxPool2d(size));
  }

  /** The means of adjacent windows of size x size; rows and columns left over are dropped. */
  public Tensor averagePool2d(int size) {
    return apply(new AveragePool2d(size, size));
  }

  /** The mean of each channel of each image: {@code [samples, channels]}. */
  public Tensor globalAveragePool2d() {
    Tensor means = apply(new AveragePool2d(shape.dimension(1), shape.dimension(2)));
    return means.reshape(shape.dimension(0), shape.dimension(3));
  }

  /**
   * The mean over the samples of -log softmax(scores)[class], a scalar; this tensor holds the
   * scores {@code [samples, classes]}.
   *
   * @param classes {@code [samples]}, the class of each sample, counted from 0
   */
  public Tensor softmaxCrossEntropy(Tensor classes) {
    return apply(new SoftmaxCrossEntropy(), classes);
  }

  /** The mean of the squared differences from {@code targets}, a scalar. */
  public Tensor meanSquaredError(Tensor targets) {
    return apply(new MeanSquaredError(), targets);
  }

  Tape tape() {
    return tape;
  }

  int index() {
    return index;
  }

  @Nullable Operation operation() {
    return operation;
  }

  List<Tensor> operands() {
    return operands;
  }

  @Nullable Parameter parameter() {
    return parameter;
  }

  float[] storedValues() {
    if (values == null) {
      throw new IllegalStateException("only tensors of an eager tape have values");
    }
    return values;
  }
}
