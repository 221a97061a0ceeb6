package dev.varangian.core.theory;

/**
 * Theorem 1 and Corollary 1 of the CGE paper (Gupta, Liu, Vaidya 2020, eq. 16-21) , evaluated in
 * double: E||w_t - w*||^2 &lt;= rho^t ||w_0 - w*||^2 + (1 - rho^t) floor.
 *
 * @param alpha the margin lambda / (2 lambda + mu) - f/n
 * @param etaBar the upper bound of convergent step sizes
 * @param rho the factor by which the squared distance shrinks per round, at most
 * @param decrease 1 - rho, computed without cancellation
 * @param m2 M^2, the amount added per round
 * @param floor M^2 / (1 - rho), the limit of the bound
 * @param etaStar the step size with the smallest floor; 0 for f = 0, where the floor decreases to 0
 *     with the step size
 */
public record Theorem1(
    double alpha,
    double etaBar,
    double rho,
    double decrease,
    double m2,
    double floor,
    double etaStar) {

  /**
   * Returns the theorem under these assumptions.
   *
   * @throws IllegalArgumentException if they are not {@linkplain Assumptions#unmet met}
   */
  public static Theorem1 of(Assumptions assumptions) {
    if (!assumptions.unmet().isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", assumptions.unmet()));
    }
    double etaBar = assumptions.etaBar();
    double decrease = assumptions.decrease();
    double m2 = noise(assumptions);
    return new Theorem1(
        assumptions.alpha(),
        etaBar,
        1 - decrease,
        decrease,
        m2,
        m2 / decrease,
        best(fromFaulty(assumptions), fromStep(assumptions), etaBar));
  }

  /** M^2. */
  static double noise(Assumptions assumptions) {
    double perVariance =
        fromFaulty(assumptions) + square(assumptions.stepSize()) * fromStep(assumptions);
    return perVariance * square(assumptions.sigma());
  }

  private static double fromFaulty(Assumptions assumptions) {
    double n = assumptions.agents();
    double f = assumptions.faulty();
    return square(f * (1 + Math.sqrt(n - f - 1)) / n);
  }

  private static double fromStep(Assumptions assumptions) {
    return square((double) assumptions.agents() - assumptions.faulty());
  }

  /** (sqrt(A^2 + A B e^2) - A) / (B e), without the difference. */
  private static double best(double a, double b, double etaBar) {
    return a == 0 ? 0 : a * etaBar / (Math.sqrt(a * a + a * b * etaBar * etaBar) + a);
  }

  private static double square(double number) {
    return number * number;
  }

  /**
   * Returns the bound on E||w_t - w*||^2.
   *
   * @param distance0 ||w_0 - w*||, not squared
   * @param t the number of completed rounds; 0 at the start
   */
  public double bound(double distance0, int t) {
    double exponent = t * StrictMath.log1p(-decrease);
    return StrictMath.exp(exponent) * square(distance0) - StrictMath.expm1(exponent) * floor;
  }

  /** Corollary 1: in the limit, ||w_t - w*||^2 &lt;= epsilon at least with this probability. */
  public double probability(double epsilon) {
    return Math.max(0, 1 - floor / epsilon);
  }
}
