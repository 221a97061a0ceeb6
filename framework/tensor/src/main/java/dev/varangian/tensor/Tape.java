package dev.varangian.tensor;

import dev.varangian.tensor.elementwise.Dropout;
import dev.varangian.tensor.kernels.reduction.ReductionKernels;
import dev.varangian.tensor.normalisation.BatchNorm;
import dev.varangian.tensor.operation.Computation;
import dev.varangian.tensor.operation.Mode;
import dev.varangian.tensor.operation.Operation;
import dev.varangian.tensor.operation.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ordered list of tensors of one computation.
 *
 * <p>A <em>recording</em> tape only records shapes and is then turned into a {@link Plan}. An
 * <em>eager</em> tape computes each tensor as soon as it is recorded, for exploration and for
 * tests:
 *
 * <pre>{@code
 * Tape tape = Tape.eager();
 * Tensor x = tape.input(Shape.of(2), 1f, -3f);
 * Tensor y = x.multiply(x).sum();      // y.values() is {10}
 * tape.gradients(y).get(0);            // {2, -6}
 * }</pre>
 */
public final class Tape {
  private final boolean eager;
  private final @Nullable Mode mode;
  private final float[] eagerWeights;
  private final List<Tensor> tensors = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private int dimension;

  private Tape(boolean eager, @Nullable Mode mode, float[] eagerWeights) {
    this.eager = eager;
    this.mode = mode;
    this.eagerWeights = eagerWeights;
  }

  /** A tape that records operations without running them. */
  public static Tape recording() {
    return new Tape(false, null, new float[0]);
  }

  /** A tape that runs each operation at once; parameters read their values from {@code weights}. */
  public static Tape eager(float... weights) {
    return new Tape(true, null, weights.clone());
  }

  /** The same, for operations that differ between training and evaluation. */
  public static Tape eager(Mode mode, float... weights) {
    return new Tape(true, mode, weights.clone());
  }

  /** An input of a recording tape; its values are set in the plan. */
  public Tensor input(Shape shape) {
    if (eager) {
      throw new IllegalStateException("an input of an eager tape needs values");
    }
    return append(shape, null, List.of(), null, null);
  }

  /** An input of an eager tape. */
  public Tensor input(Shape shape, float... values) {
    if (!eager) {
      throw new IllegalStateException(
          "the values of a recording tape's inputs are set in its plan");
    }
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(values.length + " values for a tensor of shape " + shape);
    }
    return append(shape, null, List.of(), null, values.clone());
  }

  /**
   * Declares a parameter. It follows the parameters declared before it in the weight vector.
   *
   * @param name unique on this tape
   * @param shape its shape
   * @param bound initial values are uniform in [-bound, bound]
   * @throws IllegalArgumentException if the name is taken or the model grows past 2^31 parameters
   */
  public Tensor parameter(String name, Shape shape, double bound) {
    return parameter(name, shape, 0, bound);
  }

  /**
   * Declares a parameter. It follows the parameters declared before it in the weight vector.
   *
   * @param name unique on this tape
   * @param shape its shape
   * @param centre the mean of the initial values
   * @param bound initial values are uniform in [centre - bound, centre + bound]
   * @throws IllegalArgumentException if the name is taken or the model grows past 2^31 parameters
   */
  public Tensor parameter(String name, Shape shape, double centre, double bound) {
    if (parameters.stream().anyMatch(p -> p.name().equals(name))) {
      throw new IllegalArgumentException("two parameters are called " + name);
    }
    if (dimension > Integer.MAX_VALUE - ReductionKernels.BLOCK - shape.size()) {
      throw new IllegalArgumentException("the model has more parameters than an array can hold");
    }
    Parameter parameter = new Parameter(name, shape, dimension, centre, bound);
    float[] values = null;
    if (eager) {
      if (eagerWeights.length < dimension + shape.size()) {
        throw new IllegalArgumentException(
            "the weights given to the eager tape end before parameter " + name);
      }
      values = Arrays.copyOfRange(eagerWeights, dimension, dimension + shape.size());
    }
    parameters.add(parameter);
    dimension += shape.size();
    return append(shape, null, List.of(), parameter, values);
  }

  /** The parameters in the order of their declaration, which is that of the weight vector. */
  public List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  /** The number of parameters, d. */
  public int dimension() {
    return dimension;
  }

  /**
   * The gradients of a scalar of this eager tape with respect to every input and parameter, in the
   * order in which these were created; zeros where the scalar does not depend on them.
   *
   * @throws IllegalArgumentException if the tensor is on another tape or has more than one value
   */
  public List<float[]> gradients(Tensor scalar) {
    if (scalar.tape() != this) {
      throw new IllegalArgumentException("the tensor is on another tape");
    }
    Plan plan = Plan.differentiatingInputs(scalar);
    List<Tensor> leaves = tensors.stream().filter(t -> t.operation() == null).toList();
    for (Tensor leaf : leaves) {
      if (leaf.parameter() == null && plan.uses(leaf)) {
        System.arraycopy(leaf.storedValues(), 0, plan.values(leaf), 0, leaf.shape().size());
      }
    }
    float[][] rows = new float[1][dimension];
    plan.forward(Weights.shared(eagerWeights), 1, mode, scalar);
    plan.backward(rows, 0);
    return leaves.stream().map(leaf -> gradient(plan, leaf, rows[0])).toList();
  }

  private static float[] gradient(Plan plan, Tensor leaf, float[] row) {
    Parameter parameter = leaf.parameter();
    int size = leaf.shape().size();
    if (parameter != null) {
      return Arrays.copyOfRange(row, parameter.offset(), parameter.offset() + size);
    }
    return plan.uses(leaf) ? plan.gradient(leaf) : new float[size];
  }

  /** The number of dropout layers so far. */
  public int dropouts() {
    return (int) tensors.stream().filter(t -> t.operation() instanceof Dropout).count();
  }

  /** The batch normalisations so far. */
  List<Tensor> batchNorms() {
    return tensors.stream().filter(t -> t.operation() instanceof BatchNorm).toList();
  }

  /**
   * The length of {@link Mode.Evaluation#statistics} for the batch normalisations so far: a mean
   * and a variance for each channel.
   */
  public int statistics() {
    return batchNorms().stream().mapToInt(t -> BatchNorm.statistics(t.shape())).sum();
  }

  /**
   * Checks that batches of this size can train the model.
   *
   * @throws IllegalArgumentException if a batch normalisation has one value for each channel
   */
  public void requireTrainable() {
    for (Tensor tensor : batchNorms()) {
      if (tensor.shape().size() == BatchNorm.statistics(tensor.shape()) / 2) {
        throw new IllegalArgumentException(
            "batchNorm: a batch of shape "
                + tensor.shape()
                + " has one value for each channel, expected at least 2 (a larger batch size)");
      }
    }
  }

  List<Tensor> tensors() {
    return tensors;
  }

  Tensor record(Operation operation, List<Tensor> operands) {
    for (Tensor operand : operands) {
      if (operand.tape() != this) {
        throw new IllegalArgumentException("the operands are on different tapes");
      }
    }
    List<Shape> shapes = operands.stream().map(Tensor::shape).toList();
    Shape shape = operation.shape(shapes);
    return append(shape, operation, operands, null, eager ? run(operation, operands, shape) : null);
  }

  private float[] run(Operation operation, List<Tensor> operands, Shape shape) {
    float[] values = new float[shape.size()];
    List<Shape> shapes = operands.stream().map(Tensor::shape).toList();
    Computation computation = operation.prepare(shapes, 1);
    new PreparedStep(
            computation,
            operands.stream()
                .map(t -> TensorMemory.own(t.shape(), t.storedValues(), null))
                .toList(),
            TensorMemory.own(shape, values, null),
            new float[computation.scratch(shapes, 1)])
        .forward(1, mode);
    return values;
  }

  private Tensor append(
      Shape shape,
      @Nullable Operation operation,
      List<Tensor> operands,
      @Nullable Parameter parameter,
      float @Nullable [] values) {
    Tensor tensor = new Tensor(this, tensors.size(), shape, operation, operands, parameter, values);
    tensors.add(tensor);
    return tensor;
  }
}
