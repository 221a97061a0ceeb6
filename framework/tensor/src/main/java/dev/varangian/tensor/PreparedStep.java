package dev.varangian.tensor;

import dev.varangian.tensor.operation.Computation;
import dev.varangian.tensor.operation.Mode;
import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A computation, the memory of its tensors and its working memory. */
final class PreparedStep implements Step {
  private final Computation computation;
  private final List<? extends Operand> operands;
  private final Operand result;
  private final float[] scratch;
  private int agents;
  private @Nullable Mode mode;

  PreparedStep(
      Computation computation, List<? extends Operand> operands, Operand result, float[] scratch) {
    this.computation = computation;
    this.operands = operands;
    this.result = result;
    this.scratch = scratch;
  }

  void forward(int agents, @Nullable Mode mode) {
    this.agents = agents;
    this.mode = mode;
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
  public Mode mode() {
    Mode given = mode;
    if (given == null) {
      throw new IllegalStateException(
          "this computation differs between training and evaluation, and was run without a mode:"
              + " give one to Plan.forward or Tape.eager");
    }
    return given;
  }

  @Override
  public float[] scratch() {
    return scratch;
  }
}
