package dev.varangian.datasets.partition;

import dev.varangian.spi.data.Partition;
import dev.varangian.spi.data.Samples;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;

/** Every agent draws from the whole training set, so that all have the same distribution. */
public final class Iid implements Partition {

  @Inject
  Iid() {}

  @Override
  public List<Part> split(Samples training, int agents) {
    return Collections.nCopies(agents, Part.whole(training.size()));
  }
}
