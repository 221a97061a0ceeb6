package dev.varangian.faults;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.data.Batch;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Fault;
import jakarta.inject.Inject;

/**
 * Behaves correctly, although it counts as faulty: shows what a filter costs when no agent
 * misbehaves.
 *
 * <p>Formula: {@code z = x, its own correct gradient}.
 *
 * <p>Example: {@code f = 1: (3, 0, 9) -> (3, 0, 9)} (the classes of three samples stay the same).
 *
 * <p>Cost: O(1).
 */
public final class None implements DataFault {

  static Component<Fault> declaration() {
    return Component.fault("none", None.class)
        .summary("Behaves correctly, although it counts as faulty")
        .formula("z = x, its own correct gradient")
        .cost("O(1)")
        .example("f = 1: (3, 0, 9) -> (3, 0, 9)", "the classes of three samples stay the same");
  }

  @Inject
  None() {}

  @Override
  public void corrupt(Batch batch, AgentRound at) {}
}
