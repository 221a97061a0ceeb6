package dev.varangian.tensor;

import dev.varangian.tensor.layout.Reshape;
import dev.varangian.tensor.operation.Computation;
import dev.varangian.tensor.operation.Mode;
import dev.varangian.tensor.operation.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded computation laid out in memory, to be run again and again for up to a fixed number of
 * agents; running it allocates no arrays. A plan is used by one thread at a time.
 *
 * <p>The batches of the agents go through as one batch. {@link #backward} writes each agent's
 * gradient directly into that agent's row.
 */
public final class Plan {
  private final int capacity;
  private final Tensor scalar;
  private final @Nullable TensorMemory[] operands;
  private final List<TensorMemory> parameters = new ArrayList<>();
  private final List<Stage> stages = new ArrayList<>();
  private final List<TensorMemory> usedTwice = new ArrayList<>();
  private int agents;

  /**
   * One tensor's turn: forward runs its step; backward runs it and then adds up gradients of
   * tensors that are used more than once. A reshaped tensor shares its operand's memory and has no
   * step.
   */
  private record Stage(
      Tensor tensor, @Nullable PreparedStep step, boolean differentiable, List<Part> parts) {}

  /** What one use of several contributes to a gradient. */
  private record Part(TensorMemory whole, TensorMemory part) {}

  /**
   * Lays out the computation of {@code scalar}.
   *
   * @param scalar a tensor of a recording tape with one value for each agent
   * @param capacity the greatest number of agents in one run, at least 1
   * @param differentiate whether {@link #backward} will be called
   * @throws IllegalArgumentException if {@code scalar} has another shape, if it does not depend on
   *     one of the tape's parameters, or if so many agents need an array that is too large
   */
  public static Plan of(Tensor scalar, int capacity, boolean differentiate) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a plan for " + capacity + " agents, expected at least 1");
    }
    boolean[] used = usedBy(scalar);
    for (Tensor tensor : scalar.tape().tensors()) {
      Parameter parameter = tensor.parameter();
      if (parameter != null && !used[tensor.index()]) {
        throw new IllegalArgumentException(
            "the loss does not depend on parameter " + parameter.name());
      }
    }
    try {
      return new Plan(scalar, capacity, used, differentiate, false);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "a plan for "
              + capacity
              + " agents needs an array of more values than one can hold; plan for fewer",
          e);
    }
  }

  /** A plan for one agent that has gradients with respect to inputs too. */
  static Plan differentiatingInputs(Tensor scalar) {
    return new Plan(scalar, 1, usedBy(scalar), true, true);
  }

  private Plan(
      Tensor scalar, int capacity, boolean[] used, boolean differentiate, boolean inputsToo) {
    if (scalar.shape().size() != 1) {
      throw new IllegalArgumentException(
          "a plan computes one value for each agent, not a tensor of shape " + scalar.shape());
    }
    this.scalar = scalar;
    this.capacity = capacity;
    List<Tensor> tensors = scalar.tape().tensors();
    this.operands = new TensorMemory[tensors.size()];
    List<Fusion.Node> nodes = Fusion.of(tensors, used);
    int[] uses = new int[tensors.size()];
    nodes.forEach(node -> node.operands().forEach(t -> uses[t.index()]++));
    List<Computation> computations = new ArrayList<>();
    int scratchSize = 0;
    for (Fusion.Node node : nodes) {
      List<Shape> shapes = node.operands().stream().map(Tensor::shape).toList();
      Computation computation = node.operation().prepare(shapes, capacity);
      computations.add(computation);
      scratchSize = Math.max(scratchSize, computation.scratch(shapes, capacity));
    }
    for (Tensor tensor : tensors) {
      if (tensor.operation() == null) {
        // The caller fills all inputs, including unused ones.
        operands[tensor.index()] = leaf(tensor, differentiate, inputsToo);
      }
    }
    float[] scratch = new float[scratchSize];
    for (int i = 0; i < nodes.size(); i++) {
      compute(nodes.get(i), computations.get(i), uses, scratch);
    }
  }

  private static boolean[] usedBy(Tensor scalar) {
    boolean[] used = new boolean[scalar.tape().tensors().size()];
    used[scalar.index()] = true;
    for (int index = scalar.index(); index >= 0; index--) {
      if (used[index]) {
        scalar.tape().tensors().get(index).operands().forEach(t -> used[t.index()] = true);
      }
    }
    return used;
  }

  private TensorMemory leaf(Tensor tensor, boolean differentiate, boolean inputsToo) {
    Parameter parameter = tensor.parameter();
    if (parameter != null) {
      TensorMemory operand =
          TensorMemory.parameter(tensor.shape(), parameter.offset(), differentiate);
      parameters.add(operand);
      return operand;
    }
    return TensorMemory.own(tensor.shape(), room(tensor), inputsToo ? room(tensor) : null);
  }

  private void compute(Fusion.Node node, Computation computation, int[] uses, float[] scratch) {
    Tensor tensor = node.tensor();
    List<Part> parts = new ArrayList<>();
    List<TensorMemory> inputs = new ArrayList<>();
    for (Tensor input : node.operands()) {
      TensorMemory operand = operand(input);
      if (operand.needsGradient() && uses[input.index()] > 1) {
        TensorMemory part = operand.withGradient(room(input));
        if (part.isParameter()) {
          parameters.add(part);
        }
        parts.add(new Part(operand, part));
        if (!usedTwice.contains(operand)) {
          usedTwice.add(operand);
        }
        operand = part;
      }
      inputs.add(operand);
    }
    boolean differentiable = inputs.stream().anyMatch(TensorMemory::needsGradient);
    PreparedStep step = null;
    if (computation instanceof Reshape && !inputs.get(0).isParameter()) {
      operands[tensor.index()] =
          TensorMemory.own(tensor.shape(), inputs.get(0).values(), inputs.get(0).gradients());
    } else {
      TensorMemory result =
          TensorMemory.own(tensor.shape(), room(tensor), differentiable ? room(tensor) : null);
      operands[tensor.index()] = result;
      step = new PreparedStep(computation, List.copyOf(inputs), result, scratch);
    }
    stages.add(new Stage(tensor, step, differentiable, List.copyOf(parts)));
  }

  private float[] room(Tensor tensor) {
    return new float[Math.multiplyExact(capacity, tensor.shape().size())];
  }

  TensorMemory operand(Tensor tensor) {
    TensorMemory operand = operands[tensor.index()];
    if (operand == null) {
      throw new IllegalArgumentException("the plan does not keep this tensor");
    }
    return operand;
  }

  /**
   * The values of {@code tensor}, agent after agent: of an input, to be filled before {@link
   * #forward}; of a result, valid until the next run.
   *
   * @throws IllegalArgumentException if the plan does not keep it: the scalar does not depend on
   *     it, or it is between operations that are computed as one
   */
  public float[] values(Tensor tensor) {
    return operand(tensor).values();
  }

  /** Whether the scalar depends on {@code tensor}. */
  boolean uses(Tensor tensor) {
    return operands[tensor.index()] != null;
  }

  /** The gradient with respect to an input or a result that has one, agent after agent. */
  float[] gradient(Tensor tensor) {
    float[] gradient = operand(tensor).gradients();
    if (gradient == null) {
      throw new IllegalStateException("the tensor has no gradient in this plan");
    }
    return gradient;
  }

  /**
   * Computes every tensor for the first {@code agents} agents, of a computation that is the same in
   * training and in evaluation.
   *
   * @param weights the weight vector that all agents share; not changed
   * @throws IllegalStateException if the computation has batch normalisation or dropout
   */
  public void forward(float[] weights, int agents) {
    forward(Weights.shared(weights), agents, null, scalar);
  }

  /**
   * Computes every tensor for the first {@code agents} agents.
   *
   * @param weights the weight vector that all agents share; not changed
   */
  public void forward(float[] weights, int agents, Mode mode) {
    forward(Weights.shared(weights), agents, mode, scalar);
  }

  /**
   * Computes every tensor for the first {@code agents} agents.
   *
   * @param weights not changed
   */
  public void forward(Weights weights, int agents, Mode mode) {
    forward(weights, agents, mode, scalar);
  }

  /** Computes the tensors up to {@code last}, in the order of the tape. */
  void forward(Weights weights, int agents, @Nullable Mode mode, Tensor last) {
    if (agents < 1 || agents > capacity) {
      throw new IllegalArgumentException(
          "a plan for up to " + capacity + " agents was run for " + agents);
    }
    weights.require(agents, scalar.tape().dimension());
    this.agents = agents;
    for (int i = 0; i < parameters.size(); i++) {
      parameters.get(i).bindWeights(weights);
    }
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      if (stage.step() != null && stage.tensor().index() <= last.index()) {
        stage.step().forward(agents, mode);
      }
    }
  }

  /**
   * Writes the gradient of the scalar with respect to the parameters, of each agent of the last
   * {@link #forward}, into its row: all of the first d entries and no others.
   *
   * @param rows agent i of the run has {@code rows[firstRow + i]}
   * @throws IllegalStateException if the plan was not created to differentiate, or has no
   *     parameters
   */
  public void backward(float[][] rows, int firstRow) {
    if (!operand(scalar).needsGradient()) {
      throw new IllegalStateException("this plan has no gradients");
    }
    for (int i = 0; i < parameters.size(); i++) {
      parameters.get(i).bindRows(rows, firstRow);
    }
    for (int i = 0; i < usedTwice.size(); i++) {
      clear(usedTwice.get(i));
    }
    seed(operand(scalar));
    for (int i = stages.size() - 1; i >= 0; i--) {
      Stage stage = stages.get(i);
      PreparedStep step = stage.step();
      if (step != null && stage.differentiable()) {
        step.backward();
      }
      for (int j = 0; j < stage.parts().size(); j++) {
        add(stage.parts().get(j));
      }
    }
  }

  private void seed(TensorMemory result) {
    for (int agent = 0; agent < agents; agent++) {
      result.gradient(agent)[result.gradientOffset(agent)] = 1;
    }
  }

  private void clear(TensorMemory operand) {
    for (int agent = 0; agent < agents; agent++) {
      int from = operand.gradientOffset(agent);
      Arrays.fill(operand.gradient(agent), from, from + operand.shape().size(), 0);
    }
  }

  private void add(Part part) {
    for (int agent = 0; agent < agents; agent++) {
      float[] whole = part.whole().gradient(agent);
      float[] more = part.part().gradient(agent);
      int to = part.whole().gradientOffset(agent);
      int from = part.part().gradientOffset(agent);
      for (int i = 0; i < part.whole().shape().size(); i++) {
        whole[to + i] += more[from + i];
      }
    }
  }
}
