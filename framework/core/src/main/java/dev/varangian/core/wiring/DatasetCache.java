package dev.varangian.core.wiring;

import dev.varangian.core.experiment.Choice;
import dev.varangian.spi.data.Dataset;
import java.util.HashMap;
import java.util.Map;

/** Opens each data set once, for all runs that use it with the same parameters. */
final class DatasetCache {
  private final Map<Key, Dataset> opened = new HashMap<>();

  private record Key(String name, Record parameters) {}

  Attempt<Dataset> open(Components components, Choice<Dataset> choice) {
    return components.attempt(
        choice,
        () ->
            Attempt.of(
                opened.computeIfAbsent(
                    new Key(choice.component().name(), choice.parameters()),
                    key -> checked(OpenDataset.of(components.create(choice))))));
  }

  private static Dataset checked(Dataset dataset) {
    if (dataset.training().size() < 1 || dataset.test().size() < 1) {
      throw new IllegalArgumentException("it has no training samples or no test samples");
    }
    return dataset;
  }
}
