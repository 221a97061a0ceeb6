package dev.varangian.faults;

import dev.varangian.spi.Component;
import dev.varangian.spi.Fault;
import dev.varangian.spi.GradientFault;
import dev.varangian.spi.Knowledge;
import dev.varangian.spi.OutputRow;
import dev.varangian.spi.Situation;
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
