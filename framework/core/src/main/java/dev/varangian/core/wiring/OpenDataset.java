package dev.varangian.core.wiring;

import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Samples;
import dev.varangian.tensor.operation.Shape;

/** An open data set with its shapes and number of classes, which are read once. */
record OpenDataset(Shape inputShape, int classes, Shape targetShape, Samples training, Samples test)
    implements Dataset {

  static OpenDataset of(Dataset dataset) {
    return new OpenDataset(
        dataset.inputShape(),
        dataset.classes(),
        dataset.targetShape(),
        dataset.training(),
        dataset.test());
  }
}
