package dev.varangian.core.simulation;

import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.spi.Component;

/** Components as line 7 of an experiment file names them. */
public final class Choices {
  private Choices() {}

  public static <T> Choice<T> of(Component<T> component) {
    return of(component, new Component.NoParameters());
  }

  public static <T> Choice<T> of(Component<T> component, Record parameters) {
    return new Choice<>(
        component, parameters, new Origin("test.yaml", 7, component.kind().label()));
  }
}
