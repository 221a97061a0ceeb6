package dev.varangian.faults;

import dev.varangian.spi.Batch;
import dev.varangian.spi.ConfigurationException;
import dev.varangian.spi.DataFault;
import jakarta.inject.Inject;

/** Label y of C classes becomes C-1-y in what the agent samples (section 3.3). */
public final class LabelFlip implements DataFault {

  @Inject
  LabelFlip() {}

  @Override
  public void corrupt(Batch batch, int agent, int round) {
    if (batch.classes() == 0) {
      throw new ConfigurationException("label-flip needs a data set with classes");
    }
    for (int sample = 0; sample < batch.size(); sample++) {
      batch.setTarget(sample, batch.classes() - 1 - batch.target(sample));
    }
  }
}
