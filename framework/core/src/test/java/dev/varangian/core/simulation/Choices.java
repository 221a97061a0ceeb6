package dev.varangian.core.simulation;

import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.Origin;
import dev.varangian.spi.Component;

/** Components as line 7 of an experiment file names them. */
final class Choices {
  private Choices() {}

  static <T> Choice<T> of(Component<T> component) {
    return of(component, new Component.NoParameters());
  }

  static <T> Choice<T> of(Component<T> component, Record parameters) {
    return new Choice<>(
        component, parameters, new Origin("test.yaml", 7, component.kind().label()));
  }
}
