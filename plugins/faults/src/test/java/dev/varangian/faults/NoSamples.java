package dev.varangian.faults;

import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Samples;
import dev.varangian.tensor.operation.Shape;

/** A data set of which only the number of classes matters. */
record NoSamples(int classes) implements Dataset {

  @Override
  public Shape inputShape() {
    return Shape.of(1);
  }

  @Override
  public Samples training() {
    throw new IllegalStateException("not to be read");
  }

  @Override
  public Samples test() {
    throw new IllegalStateException("not to be read");
  }
}
