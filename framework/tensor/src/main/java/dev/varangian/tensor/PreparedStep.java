package dev.varangian.tensor;

import dev.varangian.tensor.operation.Computation;
import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Step;
import java.util.List;

/** A computation, the memory of its tensors and its working memory. */
final class PreparedStep implements Step {
  private final Computation computation;
  private final List<? extends Operand> operands;
  private final Operand result;
  private final float[] scratch;
  private int agents;

  PreparedStep(
      Computation computation, List<? extends Operand> operands, Operand result, float[] scratch) {
    this.computation = computation;
    this.operands = operands;
    this.result = result;
    this.scratch = scratch;
  }

  void forward(int agents) {
    this.agents = agents;
    computation.forward(this);
  }

  void backward() {
    computation.backward(this);
  }

  @Override
  public int agents() {
    return agents;
  }

  @Override
  public Operand operand(int index) {
    return operands.get(index);
  }

  @Override
  public Operand result() {
    return result;
  }

  @Override
  public float[] scratch() {
    return scratch;
  }
}
