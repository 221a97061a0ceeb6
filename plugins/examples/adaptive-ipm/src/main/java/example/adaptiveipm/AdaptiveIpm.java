package example.adaptiveipm;

import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/**
 * Inner-product manipulation (Xie, Koyejo, Gupta 2020) at the most damaging strength: every faulty
 * agent sends -tau times the honest mean mu, with the tau that takes the result F(tau) of the
 * server's filter farthest from mu. A vector that is too strong is filtered out without effect, so
 * this is roughly the largest tau that the filter accepts. Adapting the strength to the filter is
 * the idea of Shejwalkar and Houmansadr 2021; the search is a line search as in ByzFL's optimal
 * IPM, from tau = 0: steps double while they help, then shrink.
 *
 * <p>sum_i ||F - g_i||^2 over the h honest gradients is h ||F - mu||^2 and a constant, so the
 * distances from the gradients are equivalent to the distance from their mean.
 */
public final class AdaptiveIpm implements GradientFault {
  private static final double FIRST_STEP = 1;
  private static final double SHRINKING = 0.7;

  /** The parameters of {@code adaptive-ipm}. */
  public record Parameters(
      @Param(
              value = "the number of trials of the filter in a round",
              unit = "trials",
              defaultValue = "16",
              min = 1,
              max = 1000)
          int trials) {}

  private final Parameters parameters;

  @Inject
  AdaptiveIpm(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public Knowledge knows() {
    return Knowledge.FILTER;
  }

  @Override
  public boolean common() {
    return true;
  }

  @Override
  public void forge(Situation situation, OutputRow out) {
    double tau = 0;
    double harm = harm(situation, tau);
    double step = FIRST_STEP;
    boolean growing = true;
    for (int trial = 1; trial < parameters.trials(); trial++) {
      double more = harm(situation, tau + step);
      if (more > harm) {
        tau += step;
        harm = more;
        step *= growing ? 2 : SHRINKING;
      } else {
        growing = false;
        step *= SHRINKING;
      }
    }
    write(out, tau, situation.honest());
  }

  private static double harm(Situation situation, double tau) {
    Row result = situation.filtered(forgery -> write(forgery, tau, situation.honest()));
    return situation.honest().stream().mapToDouble(result::squaredDistance).sum();
  }

  private static void write(OutputRow out, double tau, List<Row> honest) {
    double[] weights = new double[honest.size()];
    Arrays.fill(weights, -tau / weights.length);
    out.combine(weights, honest);
  }
}
