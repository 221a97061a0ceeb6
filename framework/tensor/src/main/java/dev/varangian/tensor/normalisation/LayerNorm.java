package dev.varangian.tensor.normalisation;

import dev.varangian.tensor.elementwise.Broadcast;
import dev.varangian.tensor.operation.Computation;
import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Operation;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.Step;
import java.util.Arrays;
import java.util.List;

/**
 * y_i = g_i (x_i - m) / sqrt(v + 1e-5) + b_i, with mean m and variance v (of the population) of the
 * values x_i of each entry. Scale g and shift b have the shape of an entry, which is that of the
 * last dimensions of x. Sums are added in double, in their order.
 *
 * <p>Ba, Kiros, Hinton 2016, "Layer normalization".
 */
public record LayerNorm() implements Operation {
  private static final double EPSILON = 1e-5;

  @Override
  public Shape shape(List<Shape> operands) {
    Shape scale = operands.get(1);
    if (!operands.get(2).equals(scale)) {
      throw new IllegalArgumentException(
          "layerNorm: scale " + scale + " and shift " + operands.get(2) + " differ in shape");
    }
    return Broadcast.shape("layerNorm", List.of(operands.get(0), scale));
  }

  @Override
  public Computation prepare(List<Shape> operands, int agents) {
    int length = operands.get(1).size();
    return new Entries(length, operands.get(0).size() / length, agents);
  }

  /** The entries of each agent, with what forward leaves for backward. */
  private static final class Entries implements Computation {
    private final int length;
    private final int entries;
    private final double[] means;
    private final double[] inverseDeviations;
    private final double[] ofScale;
    private final double[] ofShift;

    Entries(int length, int entries, int agents) {
      this.length = length;
      this.entries = entries;
      this.means = new double[Math.multiplyExact(agents, entries)];
      this.inverseDeviations = new double[means.length];
      this.ofScale = new double[length];
      this.ofShift = new double[length];
    }

    @Override
    public void forward(Step step) {
      Operand x = step.operand(0);
      for (int agent = 0; agent < step.agents(); agent++) {
        for (int entry = 0; entry < entries; entry++) {
          measure(x.values(), x.offset(agent) + entry * length, agent * entries + entry);
          write(step, agent, entry);
        }
      }
    }

    private void measure(float[] x, int from, int to) {
      double sum = 0;
      for (int i = 0; i < length; i++) {
        sum += x[from + i];
      }
      double mean = sum / length;
      double squares = 0;
      for (int i = 0; i < length; i++) {
        squares += (x[from + i] - mean) * (x[from + i] - mean);
      }
      means[to] = mean;
      inverseDeviations[to] = 1 / Math.sqrt(squares / length + EPSILON);
    }

    private void write(Step step, int agent, int entry) {
      Operand scale = step.operand(1);
      Operand shift = step.operand(2);
      float[] x = step.operand(0).values();
      float[] y = step.result().values();
      int from = step.operand(0).offset(agent) + entry * length;
      int to = step.result().offset(agent) + entry * length;
      double mean = means[agent * entries + entry];
      double inverse = inverseDeviations[agent * entries + entry];
      for (int i = 0; i < length; i++) {
        y[to + i] =
            (float)
                ((x[from + i] - mean) * inverse * scale.values()[scale.offset(agent) + i]
                    + shift.values()[shift.offset(agent) + i]);
      }
    }

    @Override
    public void backward(Step step) {
      for (int agent = 0; agent < step.agents(); agent++) {
        Arrays.fill(ofScale, 0);
        Arrays.fill(ofShift, 0);
        for (int entry = 0; entry < entries; entry++) {
          addUp(step, agent, entry);
          if (step.operand(0).needsGradient()) {
            ofInputs(step, agent, entry);
          }
        }
        put(ofScale, step.operand(1), agent);
        put(ofShift, step.operand(2), agent);
      }
    }

    /** The gradients of scale and shift. */
    private void addUp(Step step, int agent, int entry) {
      float[] x = step.operand(0).values();
      float[] gy = step.result().gradient(agent);
      int values = step.operand(0).offset(agent) + entry * length;
      int from = step.result().gradientOffset(agent) + entry * length;
      double mean = means[agent * entries + entry];
      double inverse = inverseDeviations[agent * entries + entry];
      for (int i = 0; i < length; i++) {
        ofScale[i] += gy[from + i] * ((x[values + i] - mean) * inverse);
        ofShift[i] += gy[from + i];
      }
    }

    private static void put(double[] sums, Operand operand, int agent) {
      for (int i = 0; operand.needsGradient() && i < sums.length; i++) {
        operand.gradient(agent)[operand.gradientOffset(agent) + i] = (float) sums[i];
      }
    }

    /** With n_i = (x_i - m) / s and h_i = g_i dy_i: dx_i = (h_i - mean(h) - n_i mean(h n)) / s. */
    private void ofInputs(Step step, int agent, int entry) {
      Operand scale = step.operand(1);
      float[] x = step.operand(0).values();
      float[] gy = step.result().gradient(agent);
      float[] gx = step.operand(0).gradient(agent);
      int values = step.operand(0).offset(agent) + entry * length;
      int from = step.result().gradientOffset(agent) + entry * length;
      int to = step.operand(0).gradientOffset(agent) + entry * length;
      int factor = scale.offset(agent);
      double mean = means[agent * entries + entry];
      double inverse = inverseDeviations[agent * entries + entry];
      double sum = 0;
      double product = 0;
      for (int i = 0; i < length; i++) {
        double h = (double) scale.values()[factor + i] * gy[from + i];
        sum += h;
        product += h * ((x[values + i] - mean) * inverse);
      }
      for (int i = 0; i < length; i++) {
        double h = (double) scale.values()[factor + i] * gy[from + i];
        double normalised = (x[values + i] - mean) * inverse;
        gx[to + i] = (float) ((h - sum / length - normalised * (product / length)) * inverse);
      }
    }
  }
}
