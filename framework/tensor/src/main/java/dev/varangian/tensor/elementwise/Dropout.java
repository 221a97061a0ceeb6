package dev.varangian.tensor.elementwise;

import dev.varangian.tensor.operation.Mode;
import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.SimpleOperation;
import dev.varangian.tensor.operation.Step;
import java.util.List;

/**
 * In training each value becomes 0 with probability {@code rate} and is otherwise divided by 1 -
 * rate; in evaluation all values pass unchanged. Which values are dropped depends on layer, agent
 * and index alone, so backward drops the same ones.
 *
 * <p>Srivastava et al. 2014, "Dropout: a simple way to prevent neural networks from overfitting".
 *
 * @param layer the number of the dropout layer on its tape, counted from 0
 * @param rate at least 0, below 1
 */
public record Dropout(int layer, double rate) implements SimpleOperation {

  /** Checks the rate. */
  public Dropout {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException(
          "dropout: rate " + rate + ", expected at least 0 and below 1");
    }
  }

  @Override
  public Shape shape(List<Shape> operands) {
    return operands.get(0);
  }

  @Override
  public void forward(Step step) {
    Operand x = step.operand(0);
    Operand y = step.result();
    for (int agent = 0; agent < step.agents(); agent++) {
      pass(step, agent, x.values(), x.offset(agent), y.values(), y.offset(agent));
    }
  }

  @Override
  public void backward(Step step) {
    Operand x = step.operand(0);
    Operand y = step.result();
    for (int agent = 0; agent < step.agents(); agent++) {
      pass(
          step,
          agent,
          y.gradient(agent),
          y.gradientOffset(agent),
          x.gradient(agent),
          x.gradientOffset(agent));
    }
  }

  private void pass(Step step, int agent, float[] from, int fromOffset, float[] to, int toOffset) {
    int size = step.result().shape().size();
    if (step.mode() instanceof Mode.Training training) {
      float scale = (float) (1 / (1 - rate));
      for (int i = 0; i < size; i++) {
        boolean kept = (training.random().at(layer, agent, i) >>> 11) * 0x1p-53 >= rate;
        to[toOffset + i] = kept ? from[fromOffset + i] * scale : 0;
      }
    } else {
      System.arraycopy(from, fromOffset, to, toOffset, size);
    }
  }
}
