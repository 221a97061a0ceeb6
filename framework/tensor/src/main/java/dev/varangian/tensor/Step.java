package dev.varangian.tensor;

import java.util.List;

/** One operation of a plan with the tensors that it reads and writes. */
public final class Step {
  private final Computation computation;
  private final List<Operand> operands;
  private final Operand result;
  private final float[] scratch;
  private int agents;

  Step(Computation computation, List<Operand> operands, Operand result, float[] scratch) {
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
