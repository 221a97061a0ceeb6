package dev.varangian.datasets.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.Samples;
import dev.varangian.tensor.operation.Shape;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Checks the documented properties of the data set on the gradients of the squared error. */
class LeastSquaresTest {
  private static final int DIMENSION = 7;
  private static final double LAMBDA = 0.5;
  private static final double MU = 3;
  private static final double SIGMA = 2;

  private final LeastSquares problem = problem(DIMENSION, LAMBDA, MU, SIGMA, 1);
  private final double[] somewhere = new Random(3).doubles(DIMENSION, -50, 50).toArray();

  @Test
  void a_sample_is_a_system_of_as_many_equations_as_unknowns() {
    assertThat(problem.inputShape()).isEqualTo(Shape.of(7, 7));
    assertThat(problem.targetShape()).isEqualTo(Shape.of(7));
    assertThat(problem.classes()).isZero();
    assertThat(problem.training().size()).isEqualTo(1 << 20);
    assertThat(problem.test().size()).isEqualTo(1);
  }

  @Test
  void the_expected_gradient_has_the_eigenvalues_and_the_optimum_that_are_documented() {
    // Samples come in pairs of opposite noise: the mean over any pair is that over all.
    for (int pair : new int[] {0, 1, 77, (1 << 19) - 1}) {
      double[] first = gradient(problem.training(), 2 * pair, somewhere);
      double[] second = gradient(problem.training(), 2 * pair + 1, somewhere);
      for (int j = 0; j < DIMENSION; j++) {
        double eigenvalue = LAMBDA + (MU - LAMBDA) * j / (DIMENSION - 1);
        assertThat((first[j] + second[j]) / 2)
            .isCloseTo(eigenvalue * (somewhere[j] - 1), within(1e-4));
      }
    }
  }

  @Test
  void the_gradient_noise_has_norm_sigma_at_every_point() {
    double[] ones = new double[DIMENSION];
    Arrays.fill(ones, 1);
    for (double[] w : new double[][] {ones, somewhere}) {
      for (int index = 0; index < 50; index++) {
        double[] noise = gradient(problem.training(), index, w);
        double[] expected = gradient(problem.test(), 0, w);
        double squares = 0;
        for (int j = 0; j < DIMENSION; j++) {
          squares += (noise[j] - expected[j]) * (noise[j] - expected[j]);
        }
        assertThat(Math.sqrt(squares)).isCloseTo(SIGMA, within(1e-4));
      }
    }
  }

  @Test
  void the_test_loss_is_the_difference_to_the_minimum_cost() {
    double expected = 0;
    for (int j = 0; j < DIMENSION; j++) {
      double eigenvalue = LAMBDA + (MU - LAMBDA) * j / (DIMENSION - 1);
      expected += eigenvalue / 2 * (somewhere[j] - 1) * (somewhere[j] - 1);
    }
    assertThat(loss(problem.test(), 0, somewhere)).isCloseTo(expected, within(1e-5 * expected));
  }

  @Test
  void signs_are_balanced_and_differ_between_unknowns_and_seeds() {
    int[] up = new int[DIMENSION];
    int same = 0;
    int alike = 0;
    Samples others = problem(DIMENSION, LAMBDA, MU, SIGMA, 2).training();
    for (int pair = 0; pair < 10_000; pair++) {
      float[] y = target(problem.training(), 2 * pair);
      float[] y2 = target(others, 2 * pair);
      float[] clean = target(problem.test(), 0);
      for (int j = 0; j < DIMENSION; j++) {
        up[j] += y[j] > clean[j] ? 1 : 0;
      }
      same += (y[0] > clean[0]) == (y[1] > clean[1]) ? 1 : 0;
      alike += (y[0] > clean[0]) == (y2[0] > clean[0]) ? 1 : 0;
    }
    // Within four standard deviations of 50.
    for (int count : up) {
      assertThat(count).isBetween(4800, 5200);
    }
    assertThat(same).isBetween(4800, 5200);
    assertThat(alike).isBetween(4800, 5200);
  }

  @Test
  void one_unknown_has_the_strong_convexity_as_its_curvature() {
    LeastSquares one = problem(1, 0.5, 3, 0, 1);

    assertThat(gradient(one.training(), 5, new double[] {3})[0]).isCloseTo(1, within(1e-6));
  }

  @Test
  void a_smoothness_below_the_strong_convexity_is_rejected() {
    assertThatThrownBy(() -> problem(3, 2, 1.5, 1, 1))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e -> {
              assertThat(e.parameter()).isEqualTo("smoothness");
              assertThat(e).hasMessage("1.5 is below strong-convexity, expected at least 2.0");
            });
  }

  private static LeastSquares problem(
      int dimension, double lambda, double mu, double sigma, long seed) {
    return new LeastSquares(new LeastSquares.Parameters(dimension, lambda, mu, sigma, seed));
  }

  /** Of the mean over the equations of the squared difference, by its definition. */
  private static double[] gradient(Samples samples, int index, double[] w) {
    double[] gradient = new double[w.length];
    float[] a = input(samples, index, w.length);
    double[] differences = differences(samples, index, w);
    for (int row = 0; row < w.length; row++) {
      for (int j = 0; j < w.length; j++) {
        gradient[j] += 2 * differences[row] * a[row * w.length + j] / w.length;
      }
    }
    return gradient;
  }

  private static double loss(Samples samples, int index, double[] w) {
    double sum = 0;
    for (double difference : differences(samples, index, w)) {
      sum += difference * difference;
    }
    return sum / w.length;
  }

  private static double[] differences(Samples samples, int index, double[] w) {
    float[] a = input(samples, index, w.length);
    float[] y = new float[w.length];
    samples.readTarget(index, y, 0);
    double[] differences = new double[w.length];
    for (int row = 0; row < w.length; row++) {
      double prediction = 0;
      for (int j = 0; j < w.length; j++) {
        prediction += a[row * w.length + j] * w[j];
      }
      differences[row] = prediction - y[row];
    }
    return differences;
  }

  private static float[] input(Samples samples, int index, int dimension) {
    float[] padded = new float[dimension * dimension + 4];
    Arrays.fill(padded, Float.NaN);
    samples.readInput(index, padded, 2);
    assertThat(new float[] {padded[1], padded[padded.length - 2]}).containsOnly(Float.NaN);
    return Arrays.copyOfRange(padded, 2, 2 + dimension * dimension);
  }

  private static float[] target(Samples samples, int index) {
    float[] y = new float[DIMENSION];
    samples.readTarget(index, y, 0);
    return y;
  }
}
