package dev.varangian.conformance.partition;

import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.data.Samples;
import java.util.Objects;

/**
 * Samples of two numbers, with ten classes in no particular order.
 *
 * @param size how many
 */
record LabelledSamples(int size) implements Samples {
  static final int CLASSES = 10;

  private Draws draws(int index) {
    return new Randomness(3, "conformance samples").at(Objects.checkIndex(index, size));
  }

  @Override
  public void readInput(int index, float[] to, int offset) {
    to[offset] = (float) draws(index).gaussian(1);
    to[offset + 1] = (float) draws(index).gaussian(2);
  }

  @Override
  public void readTarget(int index, float[] to, int offset) {
    to[offset] = draws(index).below(CLASSES, 0);
  }
}
