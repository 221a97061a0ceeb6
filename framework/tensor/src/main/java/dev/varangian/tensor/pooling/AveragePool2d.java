package dev.varangian.tensor.pooling;

import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.SimpleOperation;
import dev.varangian.tensor.operation.Step;
import java.util.Arrays;
import java.util.List;

/**
 * The means of adjoining height x width windows of images {@code [samples, height, width,
 * channels]}. Rows and columns that fill no window are dropped. A window's values are added in
 * double, row by row.
 */
public record AveragePool2d(int height, int width) implements SimpleOperation {

  /** Checks the size. */
  public AveragePool2d {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "averagePool2d: a window of size " + height + " x " + width);
    }
  }

  @Override
  public Shape shape(List<Shape> operands) {
    Shape x = operands.get(0);
    if (x.rank() != 4 || x.dimension(1) < height || x.dimension(2) < width) {
      throw new IllegalArgumentException(
          "averagePool2d: "
              + x
              + " are not images [samples, height, width, channels] of at least "
              + height
              + " x "
              + width);
    }
    return Shape.of(
        x.dimension(0), x.dimension(1) / height, x.dimension(2) / width, x.dimension(3));
  }

  @Override
  public void forward(Step step) {
    Operand x = step.operand(0);
    Operand y = step.result();
    int channels = x.shape().dimension(3);
    int row = x.shape().dimension(2) * channels;
    for (int agent = 0; agent < step.agents(); agent++) {
      for (int i = 0; i < y.shape().size(); i++) {
        int from = x.offset(agent) + first(i / channels, x.shape(), y.shape()) + i % channels;
        double sum = 0;
        for (int r = 0; r < height; r++) {
          for (int column = 0; column < width; column++) {
            sum += x.values()[from + r * row + column * channels];
          }
        }
        y.values()[y.offset(agent) + i] = (float) (sum / (height * width));
      }
    }
  }

  @Override
  public void backward(Step step) {
    Operand x = step.operand(0);
    Operand y = step.result();
    int channels = x.shape().dimension(3);
    int row = x.shape().dimension(2) * channels;
    for (int agent = 0; agent < step.agents(); agent++) {
      float[] gx = x.gradient(agent);
      float[] gy = y.gradient(agent);
      int start = x.gradientOffset(agent);
      Arrays.fill(gx, start, start + x.shape().size(), 0);
      for (int i = 0; i < y.shape().size(); i++) {
        int to = start + first(i / channels, x.shape(), y.shape()) + i % channels;
        float each = gy[y.gradientOffset(agent) + i] / (height * width);
        for (int r = 0; r < height; r++) {
          for (int column = 0; column < width; column++) {
            gx[to + r * row + column * channels] = each;
          }
        }
      }
    }
  }

  /** Where in the images the first value of a window lies. */
  private int first(int window, Shape x, Shape y) {
    int column = window % y.dimension(2);
    int row = window / y.dimension(2) % y.dimension(1);
    int sample = window / y.dimension(2) / y.dimension(1);
    return ((sample * x.dimension(1) + row * height) * x.dimension(2) + column * width)
        * x.dimension(3);
  }
}
