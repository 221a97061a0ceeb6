package dev.varangian.faults;

import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;

/** NaN in every coordinate, which the server counts as missing, hence as zero. */
public final class NotANumber implements GradientFault {

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
