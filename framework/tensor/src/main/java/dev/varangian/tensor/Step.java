package dev.varangian.tensor;

import java.util.List;

/** One operation of a plan with the tensors that it reads and writes. */
public final class Step {
  private final Operation operation;
  private final List<Operand> operands;
  private final Operand result;
  private final float[] scratch;
  private int agents;

  Step(Operation operation, List<Operand> operands, Operand result, float[] scratch) {
    this.operation = operation;
    this.operands = operands;
    this.result = result;
    this.scratch = scratch;
  }

  void forward(int agents) {
    this.agents = agents;
    operation.forward(this);
  }

  void backward() {
    operation.backward(this);
  }

  /** For how many agents the operation runs now. */
  public int agents() {
    return agents;
  }

  /** Operand {@code index}, counted from 0. */
  public Operand operand(int index) {
    return operands.get(index);
  }

  /** The tensor that the operation computes. */
  public Operand result() {
    return result;
  }

  /** Working memory of at least the size that the operation asked for. */
  public float[] scratch() {
    return scratch;
  }
}
