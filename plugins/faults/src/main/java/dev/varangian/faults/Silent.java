package dev.varangian.faults;

import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.MessageFault;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;
import java.util.Optional;

/** Nothing is sent. The server counts the vector as missing, hence as zero (step S1). */
public final class Silent implements MessageFault {

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
