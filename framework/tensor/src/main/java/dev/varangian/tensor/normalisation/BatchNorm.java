package dev.varangian.tensor.normalisation;

import dev.varangian.tensor.operation.Computation;
import dev.varangian.tensor.operation.Mode;
import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Operation;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.Step;
import java.util.Arrays;
import java.util.List;

/**
 * y = g_c (x - m_c) / sqrt(v_c + 1e-5) + b_c for values x {@code [samples, ..., channels]} of
 * channel c, with scale g and shift b {@code [channels]}. In training m_c and v_c are the mean and
 * the variance (of the population) of the channel's values in the agent's own batch; in evaluation
 * they are given. Sums are added in double, in the order of the values.
 *
 * <p>Ioffe, Szegedy 2015, "Batch normalization: accelerating deep network training by reducing
 * internal covariate shift".
 *
 * @param offset where in {@link Mode.Evaluation#statistics} the means begin; the variances follow
 */
public record BatchNorm(int offset) implements Operation {
  private static final double EPSILON = 1e-5;

  /**
   * The number of statistics of channels {@code x}'s last dimension: a mean and a variance each.
   */
  public static int statistics(Shape x) {
    return 2 * x.dimension(x.rank() - 1);
  }

  @Override
  public Shape shape(List<Shape> operands) {
    Shape x = operands.get(0);
    Shape scale = operands.get(1);
    Shape shift = operands.get(2);
    if (x.rank() < 2
        || !scale.equals(Shape.of(x.dimension(x.rank() - 1)))
        || !shift.equals(scale)) {
      throw new IllegalArgumentException(
          "batchNorm: values "
              + x
              + ", scale "
              + scale
              + ", shift "
              + shift
              + ", expected [samples, ..., channels], [channels], [channels]");
    }
    return x;
  }

  @Override
  public Computation prepare(List<Shape> operands, int agents) {
    return new Channels(offset, operands.get(1).size(), agents);
  }

  /** The channels of each agent, with what forward leaves for backward. */
  private static final class Channels implements Computation {
    private final int offset;
    private final int channels;
    private final double[] means;
    private final double[] inverseDeviations;
    private final double[] ofScale;
    private final double[] ofShift;

    Channels(int offset, int channels, int agents) {
      this.offset = offset;
      this.channels = channels;
      this.means = new double[Math.multiplyExact(agents, channels)];
      this.inverseDeviations = new double[means.length];
      this.ofScale = new double[channels];
      this.ofShift = new double[channels];
    }

    @Override
    public void forward(Step step) {
      for (int agent = 0; agent < step.agents(); agent++) {
        if (step.mode() instanceof Mode.Evaluation evaluation) {
          System.arraycopy(evaluation.statistics(), offset, means, agent * channels, channels);
          System.arraycopy(
              evaluation.statistics(),
              offset + channels,
              inverseDeviations,
              agent * channels,
              channels);
        } else {
          measure(step.operand(0), agent);
        }
        for (int c = agent * channels; c < (agent + 1) * channels; c++) {
          inverseDeviations[c] = 1 / Math.sqrt(inverseDeviations[c] + EPSILON);
        }
        write(step, agent);
      }
    }

    /** Puts the variances where the inverse deviations go. */
    private void measure(Operand x, int agent) {
      int size = x.shape().size();
      int at = agent * channels;
      Moments.measure(x.values(), x.offset(agent), size, channels, means, inverseDeviations, at);
      for (int c = at; c < at + channels; c++) {
        inverseDeviations[c] /= (double) size / channels;
      }
    }

    private void write(Step step, int agent) {
      Operand scale = step.operand(1);
      Operand shift = step.operand(2);
      float[] x = step.operand(0).values();
      float[] y = step.result().values();
      int size = step.result().shape().size();
      int at = agent * channels;
      for (int start = 0; start < size; start += channels) {
        int from = step.operand(0).offset(agent) + start;
        int to = step.result().offset(agent) + start;
        for (int c = 0; c < channels; c++) {
          y[to + c] =
              (float)
                  ((x[from + c] - means[at + c])
                          * inverseDeviations[at + c]
                          * scale.values()[scale.offset(agent) + c]
                      + shift.values()[shift.offset(agent) + c]);
        }
      }
    }

    @Override
    public void backward(Step step) {
      for (int agent = 0; agent < step.agents(); agent++) {
        addUp(step, agent);
        put(ofScale, step.operand(1), agent);
        put(ofShift, step.operand(2), agent);
        if (step.operand(0).needsGradient()) {
          ofInputs(step, agent);
        }
      }
    }

    /** The gradients of scale and shift. */
    private void addUp(Step step, int agent) {
      Arrays.fill(ofScale, 0);
      Arrays.fill(ofShift, 0);
      float[] x = step.operand(0).values();
      float[] gy = step.result().gradient(agent);
      int at = agent * channels;
      for (int start = 0; start < step.result().shape().size(); start += channels) {
        int values = step.operand(0).offset(agent) + start;
        int from = step.result().gradientOffset(agent) + start;
        for (int c = 0; c < channels; c++) {
          double normalised = (x[values + c] - means[at + c]) * inverseDeviations[at + c];
          ofScale[c] += gy[from + c] * normalised;
          ofShift[c] += gy[from + c];
        }
      }
    }

    private static void put(double[] sums, Operand operand, int agent) {
      for (int c = 0; operand.needsGradient() && c < sums.length; c++) {
        operand.gradient(agent)[operand.gradientOffset(agent) + c] = (float) sums[c];
      }
    }

    /**
     * With n = (x - m) / s: dx = g / s (dy - mean(dy) - n mean(dy n)) over the channel's values; in
     * evaluation, where m and s are constants, dx = g / s dy.
     */
    private void ofInputs(Step step, int agent) {
      Operand scale = step.operand(1);
      float[] x = step.operand(0).values();
      float[] gy = step.result().gradient(agent);
      float[] gx = step.operand(0).gradient(agent);
      int size = step.result().shape().size();
      double count = (double) size / channels;
      double part = step.mode() instanceof Mode.Evaluation ? 0 : 1 / count;
      int at = agent * channels;
      for (int start = 0; start < size; start += channels) {
        int values = step.operand(0).offset(agent) + start;
        int from = step.result().gradientOffset(agent) + start;
        int to = step.operand(0).gradientOffset(agent) + start;
        for (int c = 0; c < channels; c++) {
          double inverse = inverseDeviations[at + c];
          double normalised = (x[values + c] - means[at + c]) * inverse;
          double centred = gy[from + c] - part * (ofShift[c] + normalised * ofScale[c]);
          gx[to + c] = (float) (scale.values()[scale.offset(agent) + c] * inverse * centred);
        }
      }
    }
  }
}
