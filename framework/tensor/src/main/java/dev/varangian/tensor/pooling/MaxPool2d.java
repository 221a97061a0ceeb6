package dev.varangian.tensor.pooling;

import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.SimpleOperation;
import dev.varangian.tensor.operation.Step;
import java.util.Arrays;
import java.util.List;

/**
 * The maxima of adjacent size x size windows of images {@code [samples, height, width, channels]}.
 * Rows and columns that fill no window are dropped. Of equal maxima the first one, row by row,
 * receives the gradient.
 */
public record MaxPool2d(int size) implements SimpleOperation {

  /** Checks the size. */
  public MaxPool2d {
    if (size < 1) {
      throw new IllegalArgumentException("maxPool2d: a window of size " + size);
    }
  }

  @Override
  public Shape shape(List<Shape> operands) {
    Shape x = operands.get(0);
    if (x.rank() != 4 || x.dimension(1) < size || x.dimension(2) < size) {
      throw new IllegalArgumentException(
          "maxPool2d: "
              + x
              + " are not images [samples, height, width, channels] of at least "
              + size
              + " x "
              + size);
    }
    return Shape.of(x.dimension(0), x.dimension(1) / size, x.dimension(2) / size, x.dimension(3));
  }

  @Override
  public void forward(Step step) {
    Operand x = step.operand(0);
    Operand y = step.result();
    int width = x.shape().dimension(2);
    int channels = x.shape().dimension(3);
    for (int agent = 0; agent < step.agents(); agent++) {
      int to = y.offset(agent);
      for (int window = 0; window < y.shape().size() / channels; window++) {
        int from = x.offset(agent) + firstOf(window, x.shape(), y.shape());
        System.arraycopy(x.values(), from, y.values(), to, channels);
        for (int p = 1; p < size * size; p++) {
          int at = from + (p / size * width + p % size) * channels;
          raise(x.values(), at, y.values(), to, channels);
        }
        to += channels;
      }
    }
  }

  private static void raise(float[] x, int from, float[] y, int to, int channels) {
    for (int channel = 0; channel < channels; channel++) {
      y[to + channel] = Math.max(y[to + channel], x[from + channel]);
    }
  }

  /** Where in the images the first value of a window lies. */
  private int firstOf(int window, Shape x, Shape y) {
    int column = window % y.dimension(2);
    int row = window / y.dimension(2) % y.dimension(1);
    int sample = window / y.dimension(2) / y.dimension(1);
    return ((sample * x.dimension(1) + row * size) * x.dimension(2) + column * size)
        * x.dimension(3);
  }

  @Override
  public void backward(Step step) {
    Operand x = step.operand(0);
    Operand y = step.result();
    int width = x.shape().dimension(2);
    int channels = x.shape().dimension(3);
    boolean dropped = x.shape().dimension(1) % size != 0 || x.shape().dimension(2) % size != 0;
    for (int agent = 0; agent < step.agents(); agent++) {
      float[] values = x.values();
      float[] gx = x.gradient(agent);
      float[] gy = y.gradient(agent);
      int toGradient = x.gradientOffset(agent) - x.offset(agent);
      if (dropped) {
        int start = x.gradientOffset(agent);
        Arrays.fill(gx, start, start + x.shape().size(), 0);
      }
      for (int window = 0; window < y.shape().size() / channels; window++) {
        int from = x.offset(agent) + firstOf(window, x.shape(), y.shape());
        int taken = y.offset(agent) + window * channels;
        int gyStart = y.gradientOffset(agent) + window * channels;
        for (int channel = 0; channel < channels; channel++) {
          float greatest = y.values()[taken + channel];
          float pending = gy[gyStart + channel];
          for (int p = 0; p < size * size; p++) {
            int at = from + (p / size * width + p % size) * channels + channel;
            boolean here = values[at] == greatest;
            gx[toGradient + at] = here ? pending : 0;
            pending = here ? 0 : pending;
          }
        }
      }
    }
  }
}
