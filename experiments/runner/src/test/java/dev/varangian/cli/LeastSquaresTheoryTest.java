package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Linear regression on {@code least-squares} does what can be computed beforehand: with lambda = mu
 * = h the plain mean of n gradients obeys E||w_t - w*||^2 = (1 - eta h)^2 E||w_{t-1} - w*||^2 +
 * eta^2 sigma^2 / (n k), and the test loss is h/2 ||w - w*||^2.
 */
class LeastSquaresTheoryTest {
  private static final String EXPERIMENT =
      """
      model: linear-regression
      dataset: {name: least-squares, strong-convexity: 2, smoothness: 2, noise: %s}
      agents: 4
      faulty: 0
      batch-size: 2
      rounds: 2000
      step-size: 0.05
      filter: mean
      fault: none
      evaluate-every: 1
      """;

  private static final String BESIDE_A_FAULTY_AGENT =
      """
      model: linear-regression
      dataset: {name: least-squares, noise: 2}
      agents: 10
      faulty: 1
      batch-size: 4
      rounds: 200
      step-size: 0.02
      filter: {name: cge, normalise: sum}
      fault: gradient-reverse
      evaluate-every: 1
      """;

  @TempDir Path folder;

  @Test
  void the_noise_keeps_it_at_the_distance_that_theory_says() throws IOException {
    double[] losses = testLosses(EXPERIMENT.formatted("3"));

    double contraction = (1 - 0.05 * 2) * (1 - 0.05 * 2);
    double squaredDistance = 0.05 * 0.05 * 9 / (4 * 2) / (1 - contraction);
    assertThat(Arrays.stream(losses).skip(200).average().orElseThrow())
        .isCloseTo(2 / 2 * squaredDistance, within(0.1 * squaredDistance));
  }

  @Test
  void without_noise_it_contracts_by_the_rate_that_theory_says() throws IOException {
    double[] losses = testLosses(EXPERIMENT.formatted("0"));

    for (int round = 1; round < 30; round++) {
      assertThat(losses[round] / losses[round - 1]).isCloseTo(0.9 * 0.9, within(1e-3));
    }
    assertThat(losses[1999]).isLessThan(1e-9);
  }

  @Test
  void cge_keeps_it_within_the_bound_of_theorem_1_beside_a_faulty_agent() throws IOException {
    double lambda = 1;
    double mu = 1;
    double n = 10;
    double f = 1;
    double sigma = 2 / Math.sqrt(4);
    double eta = 0.02;
    double margin = lambda / (2 * lambda + mu) - f / n;
    double curvature = n * n + (n - f) * (n - f) * mu * mu;
    double etaBar = 2 * (2 * lambda + mu) * n * margin / curvature;
    double rho = 1 - curvature * eta * (etaBar - eta);
    double root = f * (1 + Math.sqrt(n - f - 1)) / n;
    double floor = (root * root + eta * eta * (n - f) * (n - f)) * sigma * sigma / (1 - rho);

    double[] losses = testLosses(BESIDE_A_FAULTY_AGENT);

    double first = 2 / lambda * losses[0];
    double power = 1;
    for (double loss : losses) {
      assertThat(2 / lambda * loss).isLessThanOrEqualTo(power * first + (1 - power) * floor);
      power *= rho;
    }
    assertThat(losses[losses.length - 1]).isLessThan(0.2 * losses[0]);
  }

  private double[] testLosses(String experiment) throws IOException {
    Path file = Files.writeString(folder.resolve("theory.yaml"), experiment);
    Path out = folder.resolve("out");
    Invocation run = Invocation.of("run", file.toString(), "--out", out.toString(), "--quiet");
    assertThat(run.code()).as(run.err()).isZero();
    try (var runs = Files.list(out.resolve("runs"))) {
      List<String> lines =
          Files.readAllLines(runs.findFirst().orElseThrow().resolve("metrics.csv"));
      int column = Arrays.asList(lines.get(0).split(",")).indexOf("test_loss");
      return lines.stream()
          .skip(1)
          .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
          .toArray();
    }
  }
}
