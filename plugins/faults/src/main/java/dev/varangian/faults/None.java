package dev.varangian.faults;

import dev.varangian.spi.fault.Batch;
import dev.varangian.spi.fault.DataFault;
import jakarta.inject.Inject;

/** Leaves everything as it is: what a filter does when its tolerance is never used. */
public final class None implements DataFault {

  @Inject
  None() {}

  @Override
  public void corrupt(Batch batch, int round, int agent) {}
}
