package dev.varangian.faults;

import dev.varangian.spi.GradientFault;
import dev.varangian.spi.Knowledge;
import dev.varangian.spi.OutputRow;
import dev.varangian.spi.Situation;
import jakarta.inject.Inject;

/** Infinity in every coordinate, which the server counts as missing, hence as zero. */
public final class Infinite implements GradientFault {

  @Inject
  Infinite() {}

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
    out.fill(Float.POSITIVE_INFINITY);
  }
}
