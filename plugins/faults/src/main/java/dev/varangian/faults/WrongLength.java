package dev.varangian.faults;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.MessageFault;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Sends one number too few, which the server counts as missing, so as zero.
 *
 * <p>Formula: {@code z = (0, ..., 0) of length d-1}.
 *
 * <p>Example: {@code f = 1: (1, 2), (3, 4) -> (0)} (d = 2, so one number is sent).
 *
 * <p>Cost: O(d).
 */
public final class WrongLength implements MessageFault {

  static Component<Fault> declaration() {
    return Component.fault("wrong-length", WrongLength.class)
        .summary("Sends a vector of d-1 numbers, which counts as missing")
        .formula("z = (0, ..., 0) of length d-1")
        .cost("O(d)")
        .example("f = 1: (1, 2), (3, 4) -> (0)", "d = 2, so one number is sent");
  }

  private final Geometry geometry;

  @Inject
  WrongLength(Geometry geometry) {
    this.geometry = geometry;
  }

  @Override
  public Knowledge knows() {
    return Knowledge.NOTHING;
  }

  @Override
  public Optional<float[]> send(Situation situation) {
    return Optional.of(new float[geometry.d() - 1]);
  }
}
