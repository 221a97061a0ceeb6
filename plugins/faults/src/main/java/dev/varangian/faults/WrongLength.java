package dev.varangian.faults;

import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.MessageFault;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;
import java.util.Optional;

/** One number too few, which the server counts as missing, hence as zero. */
public final class WrongLength implements MessageFault {
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
