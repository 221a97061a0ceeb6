package dev.varangian.faults;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;

/**
 * Sends the zero vector, which the server uses like any other.
 *
 * <p>Formula: {@code z = 0}.
 *
 * <p>Example: {@code f = 1: (1, 2), (3, 4) -> (0, 0)} (whatever the gradients).
 *
 * <p>Cost: O(d) for all faulty agents together.
 */
public final class Zero implements GradientFault {

  static Component<Fault> declaration() {
    return Component.fault("zero", Zero.class)
        .summary("Sends the zero vector")
        .formula("z = 0")
        .cost("O(d) for all faulty agents together")
        .example("f = 1: (1, 2), (3, 4) -> (0, 0)", "whatever the gradients");
  }

  @Inject
  Zero() {}

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
    out.fill(0);
  }
}
