package dev.varangian.faults;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.fault.Batch;
import dev.varangian.spi.fault.DataFault;
import jakarta.inject.Inject;

/** Label y of C classes becomes C-1-y in what the agent samples (section 3.3). */
public final class LabelFlip implements DataFault {

  @Inject
  LabelFlip() {}

  @Override
  public Condition accepts(Dataset dataset) {
    return new Condition("a data set with classes", dataset.classes() > 0);
  }

  @Override
  public void corrupt(Batch batch, int round, int agent) {
    for (int sample = 0; sample < batch.size(); sample++) {
      batch.setTarget(sample, batch.classes() - 1 - batch.target(sample));
    }
  }
}
