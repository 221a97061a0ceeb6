package dev.varangian.models;

import dev.varangian.spi.context.Param;
import dev.varangian.spi.training.Layers;
import dev.varangian.spi.training.Model;
import dev.varangian.tensor.Tensor;
import dev.varangian.tensor.operation.Shape;
import jakarta.inject.Inject;

/**
 * Linear regression: predicts numbers by x W, or x W + b with an intercept; its loss is the mean of
 * the squared differences over the samples and the numbers of a target, without a factor of 1/2.
 *
 * <p>Inputs {@code [samples, …]} are flattened to p features, W is {@code [p, outputs]}. Where a
 * sample is itself a system of equations, with inputs {@code [samples, outputs, p]}, number r of
 * the target is predicted from row r with the same coefficients for all rows: W is {@code [p, 1]}.
 */
public final class LinearRegression implements Model {

  /** The parameters of {@code linear-regression}. */
  public record Parameters(
      @Param(value = "whether to add a learned constant to each prediction", defaultValue = "false")
          boolean intercept) {}

  private final boolean intercept;

  @Inject
  LinearRegression(Parameters parameters) {
    this.intercept = parameters.intercept();
  }

  @Override
  public Tensor scores(Layers layers, Tensor inputs, int outputs) {
    Shape shape = inputs.shape();
    boolean system = shape.rank() == 3 && shape.dimension(1) == outputs;
    int samples = shape.dimension(0);
    int rows = system ? samples * outputs : samples;
    int features = shape.size() / rows;
    int columns = system ? 1 : outputs;
    double bound = 1 / Math.sqrt(features);
    Tensor weight = layers.parameter("dense.weight", Shape.of(features, columns), bound);
    Tensor y = inputs.reshape(rows, features).matmul(weight);
    if (intercept) {
      y = y.add(layers.parameter("dense.bias", Shape.of(columns), bound));
    }
    return system ? y.reshape(samples, outputs) : y;
  }

  /**
   * @throws IllegalArgumentException if the targets are classes
   */
  @Override
  public Tensor loss(Tensor scores, Tensor targets) {
    if (!targets.shape().equals(scores.shape())) {
      throw new IllegalArgumentException(
          "its targets are classes, expected numbers to predict (nearest model for classes:"
              + " softmax-regression)");
    }
    return scores.meanSquaredError(targets);
  }
}
