package dev.varangian.faults;

import dev.varangian.spi.Component;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.MessageFault;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Sends nothing. The server counts the vector as missing, so as zero.
 *
 * <p>Formula: {@code z is not sent}.
 *
 * <p>Source: Gupta, Liu, Vaidya 2020, step S1.
 *
 * <p>Example: {@code f = 1: (1, 2), (3, 4) -> nothing} (the server uses (0, 0)).
 *
 * <p>Cost: O(1).
 */
public final class Silent implements MessageFault {

  static Component<Fault> declaration() {
    return Component.fault("silent", Silent.class)
        .summary("Sends nothing, which counts as the zero vector")
        .formula("z is not sent")
        .source("Gupta, Liu, Vaidya 2020, step S1")
        .cost("O(1)")
        .example("f = 1: (1, 2), (3, 4) -> nothing", "the server uses (0, 0)");
  }

  @Inject
  Silent() {}

  @Override
  public Knowledge knows() {
    return Knowledge.NOTHING;
  }

  @Override
  public Optional<float[]> send(Situation situation) {
    return Optional.empty();
  }
}
