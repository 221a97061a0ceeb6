package example.{{package}};

import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;
import java.util.Arrays;

/**
 * Inner-product manipulation (Xie, Koyejo, Gupta 2020): every faulty agent sends
 *
 * <pre>-tau mean(g_1, ..., g_h)</pre>
 *
 * <p>of the h honest gradients. A start: put your formula here, with its paper and equation.
 */
public final class {{class}} implements GradientFault {

  /** The parameters of {@code {{name}}}. */
  public record Parameters(
      @Param(value = "the factor tau in -tau times the mean", defaultValue = "1.5", min = 0)
          double tau) {}

  private final Parameters parameters;

  @Inject
  {{class}}(Parameters parameters) {
    this.parameters = parameters;
  }

  /** What {@link #forge} may ask the situation for. */
  @Override
  public Knowledge knows() {
    return Knowledge.ALL_GRADIENTS;
  }

  /** All agents that have the fault send the same, so it is forged once in a round. */
  @Override
  public boolean common() {
    return true;
  }

  @Override
  public void forge(Situation situation, OutputRow out) {
    double[] weights = new double[situation.honest().size()];
    Arrays.fill(weights, -parameters.tau() / weights.length);
    out.combine(weights, situation.honest());
  }
}
