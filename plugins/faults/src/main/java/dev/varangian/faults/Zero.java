package dev.varangian.faults;

import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;

/** The zero vector, which the server takes as it comes. */
public final class Zero implements GradientFault {

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
