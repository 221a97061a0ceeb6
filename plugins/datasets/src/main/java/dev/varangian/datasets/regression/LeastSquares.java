package dev.varangian.datasets.regression;

import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Samples;
import dev.varangian.tensor.operation.Shape;
import jakarta.inject.Inject;

/**
 * A linear least-squares problem that meets the assumptions of Theorem 1 (Gupta, Liu, Vaidya 2020)
 * with known constants, for {@code linear-regression} without an intercept and its loss, the mean
 * of the squared differences (without 1/2).
 *
 * <p>A sample is a noisy observation of d equations in d unknowns: its input is the diagonal matrix
 * of s_1 … s_d, {@code [d, d]}, the same for all samples, and its target is y_j = s_j w*_j + e_j,
 * {@code [d]}, with the optimum w* = (1, …, 1). Here s_j = sqrt(d h_j / 2), the h_j lie evenly from
 * lambda to mu (lambda alone for d = 1), and e_j = ±sigma / sqrt(2 h_j).
 *
 * <p>The loss of a sample is (1/d) sum_j (s_j w_j - y_j)^2, so its gradient g has
 *
 * <pre>{@code
 * g_j(w) = (2/d) s_j (s_j w_j - y_j) = h_j (w_j - 1) - (2/d) s_j e_j = h_j (w_j - 1) ∓ sigma / sqrt(d)
 * }</pre>
 *
 * <p>Samples come in pairs with opposite signs, so the signs average to exactly 0 over the training
 * set, from which agents draw uniformly (partition {@code iid}). Up to the rounding of s and y to
 * floats:
 *
 * <ul>
 *   <li>the cost Q, the expected loss, has the gradient h_j (w_j - 1): its minimum is at w*, its
 *       Hessian is diag(h), strongly convex with exactly lambda, the gradient Lipschitz with
 *       exactly mu;
 *   <li>||g(w) - grad Q(w)|| = sigma for every sample and every w. The gradient of a batch of k has
 *       the variance sigma^2 / k, so Theorem 1's sigma is {@code noise} / sqrt(k).
 * </ul>
 *
 * <p>With random features the variance would grow with ||w - w*||, and no sigma would bound it.
 *
 * <p>The test set is one sample without noise: the test loss is Q(w) - Q(w*) = (1/2) sum_j h_j (w_j
 * - 1)^2, between lambda/2 and mu/2 times ||w - w*||^2.
 */
public final class LeastSquares implements Dataset {

  /** The parameters of {@code least-squares}. */
  public record Parameters(
      @Param(
              value =
                  "the number d of unknowns, whose optimum is 1 each; a sample takes d^2 floats",
              defaultValue = "10",
              min = 1,
              max = 500)
          int dimension,
      @Param(
              value = "lambda, the smallest eigenvalue of the cost's Hessian",
              defaultValue = "1",
              min = 0.001,
              max = 1000)
          double strongConvexity,
      @Param(
              value = "mu, the largest eigenvalue; at least strong-convexity",
              defaultValue = "1",
              min = 0.001,
              max = 1000)
          double smoothness,
      @Param(
              value =
                  "sigma, the norm of a sample's gradient noise; Theorem 1's sigma is noise /"
                      + " sqrt(batch-size)",
              defaultValue = "1",
              min = 0,
              max = 1000)
          double noise,
      @Param(
              value = "the seed of the noise signs; independent of the run's seed",
              defaultValue = "1")
          long seed) {}

  private final int dimension;
  private final Samples training;
  private final Samples test;

  /**
   * @throws ConfigurationException if the smoothness is below the strong convexity
   */
  @Inject
  LeastSquares(Parameters parameters) {
    if (parameters.smoothness() < parameters.strongConvexity()) {
      throw new ConfigurationException(
          "smoothness",
          parameters.smoothness()
              + " is below strong-convexity, expected at least "
              + parameters.strongConvexity());
    }
    this.dimension = parameters.dimension();
    double[] eigenvalues = eigenvalues(parameters);
    Randomness signs = new Randomness(parameters.seed(), "least-squares training");
    this.training = new LinearSystems(eigenvalues, parameters.noise(), signs, 1 << 20);
    this.test = new LinearSystems(eigenvalues, 0, signs, 1);
  }

  private static double[] eigenvalues(Parameters parameters) {
    double[] eigenvalues = new double[parameters.dimension()];
    double range = parameters.smoothness() - parameters.strongConvexity();
    for (int j = 0; j < eigenvalues.length; j++) {
      eigenvalues[j] =
          parameters.strongConvexity() + (j == 0 ? 0 : range * j / (eigenvalues.length - 1));
    }
    return eigenvalues;
  }

  @Override
  public Shape inputShape() {
    return Shape.of(dimension, dimension);
  }

  @Override
  public int classes() {
    return 0;
  }

  @Override
  public Shape targetShape() {
    return Shape.of(dimension);
  }

  @Override
  public Samples training() {
    return training;
  }

  @Override
  public Samples test() {
    return test;
  }
}
