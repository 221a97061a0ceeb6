package dev.varangian.tensor.elementwise;

import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.SimpleOperation;
import dev.varangian.tensor.operation.Step;
import java.util.List;

/**
 * x P(x), with P the distribution function of the standard normal distribution (Hendrycks, Gimpel
 * 2016, "Gaussian error linear units"); not its approximation by tanh. Computed in double.
 */
public record Gelu() implements SimpleOperation {
  /** 1 / sqrt(2 pi). */
  private static final double DENSITY_AT_ZERO = 0.3989422804014327;

  /** From here on the continued fraction converges in a few terms. */
  private static final double TAIL = 5;

  private static final int TERMS_OF_FRACTION = 16;

  @Override
  public Shape shape(List<Shape> operands) {
    return operands.get(0);
  }

  @Override
  public void forward(Step step) {
    Elementwise.forward(step, x -> (float) (x * distribution(x)));
  }

  @Override
  public void backward(Step step) {
    Elementwise.backward(step, (x, y) -> (float) (distribution(x) + x * density(x)));
  }

  private static double density(double x) {
    return DENSITY_AT_ZERO * StrictMath.exp(-x * x / 2);
  }

  /**
   * Near 0 by the series 1/2 + p(x) (x + x^3/3 + x^5/(3*5) + ...) with the density p, summed until
   * no term changes it; in the tails by Laplace's continued fraction p(x) / (x + 1/(x + 2/(x +
   * ...))). Abramowitz, Stegun 1964, 26.2.11 and 26.2.14.
   */
  private static double distribution(double x) {
    double size = Math.abs(x);
    if (size < TAIL) {
      return 0.5 + density(x) * series(x);
    }
    double fraction = size;
    for (int k = TERMS_OF_FRACTION; k > 0; k--) {
      fraction = size + k / fraction;
    }
    double tail = density(x) / fraction;
    return x > 0 ? 1 - tail : tail;
  }

  private static double series(double x) {
    double sum = 0;
    double term = x;
    for (int factor = 3; sum + term != sum; factor += 2) {
      sum += term;
      term *= x * x / factor;
    }
    return sum;
  }
}
