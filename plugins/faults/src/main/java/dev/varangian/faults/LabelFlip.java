package dev.varangian.faults;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.data.Batch;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Fault;
import jakarta.inject.Inject;

/**
 * Computes its gradient from flipped labels.
 *
 * <p>Formula: {@code label y of C classes becomes C-1-y}.
 *
 * <p>Source: Gupta, Liu, Vaidya 2020, section 3.3.
 *
 * <p>Example: {@code f = 1: (3, 0, 9) -> (6, 9, 0)} (three samples of C = 10 classes).
 *
 * <p>Cost: O(k) for a batch of k samples. Condition: a data set with classes.
 *
 * <p>Variants: ByzFL averages the gradients that the honest agents would have with flipped labels;
 * here each agent flips those of its own batch.
 */
public final class LabelFlip implements DataFault {

  static Component<Fault> declaration() {
    return Component.fault("label-flip", LabelFlip.class)
        .summary("Computes its gradient from flipped labels")
        .formula("label y of C classes becomes C-1-y")
        .source("Gupta, Liu, Vaidya 2020, section 3.3")
        .cost("O(k) for a batch of k samples")
        .variants(
            "ByzFL averages the gradients that the honest agents would have with "
                + "flipped labels; here each agent flips those of its own batch")
        .example("f = 1: (3, 0, 9) -> (6, 9, 0)", "three samples of C = 10 classes");
  }

  @Inject
  LabelFlip() {}

  @Override
  public Condition accepts(Dataset dataset) {
    return new Condition("a data set with classes", dataset.classes() > 0);
  }

  @Override
  public void corrupt(Batch batch, AgentRound at) {
    for (int sample = 0; sample < batch.size(); sample++) {
      batch.setTarget(sample, batch.classes() - 1 - batch.target(sample));
    }
  }
}
