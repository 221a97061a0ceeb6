package dev.varangian.faults;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;

/**
 * Sends NaN in every coordinate, which the server counts as missing, so as zero.
 *
 * <p>Formula: {@code z_j = NaN}.
 *
 * <p>Example: {@code f = 1: (1, 2), (3, 4) -> (NaN, NaN)} (whatever the gradients).
 *
 * <p>Cost: O(d) for all faulty agents together.
 */
public final class NotANumber implements GradientFault {

  static Component<Fault> declaration() {
    return Component.fault("nan", NotANumber.class)
        .summary("Sends NaN in every coordinate, which counts as missing")
        .formula("z_j = NaN")
        .cost("O(d) for all faulty agents together")
        .example("f = 1: (1, 2), (3, 4) -> (NaN, NaN)", "whatever the gradients");
  }

  @Inject
  NotANumber() {}

  @Override
  public Knowledge knows() {
    return Knowledge.NOTHING;
  }

  @Override
  public boolean common() {
    return true;
  }

  @Override
  public void forge(Situation situation, OutputRow out) {
    out.fill(Float.NaN);
  }
}
