package dev.varangian.core.theory;

import dev.varangian.core.catalogue.parameter.Numerals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The assumptions of Theorem 1 (Gupta, Liu, Vaidya 2020): D-SGD with CGE, which adds the n-f
 * gradients it keeps, on a cost Q that is strongly convex.
 *
 * @param agents n
 * @param faulty f
 * @param lambda the strong convexity of Q
 * @param mu the Lipschitz constant of the gradient of Q; with strong convexity never below lambda
 * @param sigma the square root of the bound on the variance of an agent's gradient
 * @param stepSize eta, the same in every round
 */
public record Assumptions(
    int agents, int faulty, double lambda, double mu, double sigma, double stepSize) {

  /**
   * Returns each violated assumption in a sentence that says what would satisfy it; empty if the
   * theorem applies.
   */
  public List<String> unmet() {
    List<String> unmet = new ArrayList<>();
    if (agents < 1 || faulty < 0) {
      unmet.add("n = " + agents + " agents, f = " + faulty + " faulty: expected n >= 1 and f >= 0");
    }
    if (!(isPositive(lambda) && isPositive(mu))) {
      unmet.add("lambda = " + text(lambda) + ", mu = " + text(mu) + ": expected positive numbers");
    } else if (lambda > mu) {
      unmet.add(
          "lambda = "
              + text(lambda)
              + " is above mu = "
              + text(mu)
              + ": lambda <= mu holds for every cost");
    }
    if (!(sigma >= 0 && Double.isFinite(sigma))) {
      unmet.add("sigma = " + text(sigma) + ": expected a number of at least 0");
    }
    if (!isPositive(stepSize)) {
      unmet.add("the step size is " + text(stepSize) + ": expected a positive number");
    }
    if (unmet.isEmpty()) {
      unmet.addAll(unmetTogether());
    }
    return List.copyOf(unmet);
  }

  /** The assumptions on combinations of numbers that are valid individually. */
  private List<String> unmetTogether() {
    if (faulty >= agents) {
      return List.of(
          "f = " + faulty + " of n = " + agents + " agents: expected f < n; " + tolerable());
    }
    if (marginNumerator(faulty).signum() <= 0) {
      return List.of(
          "the margin alpha = lambda/(2 lambda + mu) - f/n = "
              + text(alpha())
              + " is not positive: "
              + tolerable());
    }
    double etaBar = etaBar();
    if (!isPositive(etaBar)) {
      return List.of("eta_bar is not a positive double for numbers of this size");
    }
    if (stepSize >= etaBar) {
      return List.of(
          "the step size "
              + text(stepSize)
              + " is not below eta_bar = "
              + text(etaBar)
              + ": expected a number between 0 and that");
    }
    double decrease = decrease();
    if (!(decrease >= Double.MIN_NORMAL && Double.isFinite(Theorem1.noise(this) / decrease))) {
      return List.of(
          "1 - rho = "
              + text(decrease)
              + " for the step size "
              + text(stepSize)
              + ": the floor M^2 / (1 - rho) is not a double for numbers of this size");
    }
    return List.of();
  }

  private String tolerable() {
    int most = mostFaulty();
    double etaBar = new Assumptions(agents, most, lambda, mu, sigma, stepSize).etaBar();
    return "f/n must be below lambda/(2 lambda + mu) = "
        + text(lambda / (2 * lambda + mu))
        + ", so at most f = "
        + most
        + " of n = "
        + agents
        + ", f/n = "
        + text((double) most / agents)
        + ", with a step size below "
        + text(etaBar);
  }

  /** Returns the largest number of faulty agents for which the margin is positive. */
  private int mostFaulty() {
    int low = 0;
    int high = agents;
    while (high - low > 1) {
      int middle = low + (high - low) / 2;
      if (marginNumerator(middle).signum() > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The margin alpha = lambda / (2 lambda + mu) - f/n. */
  double alpha() {
    return marginNumerator(faulty).doubleValue() / (agents * (2 * lambda + mu));
  }

  /**
   * n lambda - f (2 lambda + mu), computed exactly, so that rounding does not decide whether the
   * margin is zero.
   */
  private BigDecimal marginNumerator(int f) {
    BigDecimal convexity = new BigDecimal(lambda);
    BigDecimal sum = convexity.add(convexity).add(new BigDecimal(mu));
    return convexity
        .multiply(BigDecimal.valueOf(agents))
        .subtract(sum.multiply(BigDecimal.valueOf(f)));
  }

  /** Step sizes below this one converge: 2 (2 lambda + mu) n alpha / curvature. */
  double etaBar() {
    return 2 * marginNumerator(faulty).doubleValue() / curvature();
  }

  /** 1 - rho, computed without cancellation. */
  double decrease() {
    return curvature() * stepSize * (etaBar() - stepSize);
  }

  /** n^2 + (n-f)^2 mu^2. */
  double curvature() {
    double n = agents;
    double kept = n - faulty;
    return n * n + kept * kept * mu * mu;
  }

  private static boolean isPositive(double number) {
    return number > 0 && Double.isFinite(number);
  }

  private static String text(double number) {
    return Double.isFinite(number) ? Numerals.text(number) : String.valueOf(number);
  }
}
