package dev.varangian.tensor.operation;

/** One computation of a plan with the tensors that it reads and writes. */
public interface Step {

  /** The number of agents for which the operation runs now. */
  int agents();

  /** Operand {@code index}, counted from 0. */
  Operand operand(int index);

  /** The tensor that the operation computes. */
  Operand result();

  /**
   * What the run is for.
   *
   * @throws IllegalStateException if the run was started without a mode
   */
  Mode mode();

  /** Working memory of at least the size that the operation asked for. */
  float[] scratch();
}
