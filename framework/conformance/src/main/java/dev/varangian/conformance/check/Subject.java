package dev.varangian.conformance.check;

import dev.varangian.core.catalogue.parameter.Parameters;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.wiring.Wiring;
import dev.varangian.spi.Component;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.data.DataDirectory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A component with values for its parameters, to be made as often as a check needs it.
 *
 * @param values the parameters that differ from those of the first subject, in words; empty if none
 * @param data where data sets lie
 */
public record Subject<T>(
    Component<?> component, String values, DataDirectory data, Maker<T> maker) {
  private static final long SEED = 11;

  /** Makes a component. */
  @FunctionalInterface
  public interface Maker<T> {
    /** The component for a run of these sizes; one that depends on none where there are none. */
    T make(Wiring wiring, Optional<Geometry> sizes);
  }

  /**
   * A component with its defaults, then once with each other word of each parameter that is one of
   * some words. A number without a default is 1, or as near as its range allows.
   *
   * @throws Inapplicable if no values can be guessed for what must be given
   */
  public static <T> List<Subject<T>> of(
      Component<T> component, Parameters parameters, DataDirectory data) {
    return ParameterValues.of(parameters).stream()
        .map(
            values -> {
              Origin origin = new Origin("conformance", 0, component.name());
              Choice<T> choice = new Choice<>(component, values.record(), origin);
              return new Subject<T>(
                  component,
                  values.text(),
                  data,
                  (wiring, sizes) ->
                      sizes.isPresent() ? wiring.make(choice, sizes.get()) : wiring.make(choice));
            })
        .toList();
  }

  /** The same component as something else that is made of it. */
  public <U> Subject<U> as(Function<T, U> other) {
    return new Subject<>(
        component, values, data, (wiring, sizes) -> other.apply(maker.make(wiring, sizes)));
  }

  /** A component that does not depend on a run's sizes. */
  public T open() {
    try {
      return maker.make(new Wiring(data, SEED), Optional.empty());
    } catch (ConfigurationException e) {
      throw new Refused(message(e));
    }
  }

  /** A component for the first round of a run. */
  public Instance<T> make(Geometry sizes) {
    return make(sizes, SEED);
  }

  /** The same with another seed. */
  public Instance<T> make(Geometry sizes, long seed) {
    Wiring wiring = new Wiring(data, seed);
    try {
      return new Instance<>(maker.make(wiring, Optional.of(sizes)), wiring.memory());
    } catch (ConfigurationException e) {
      throw new Refused(message(e));
    }
  }

  /** A new component that goes on where another was stopped, as when a run is resumed. */
  public Instance<T> resume(Geometry sizes, Instance<T> stopped) {
    Instance<T> made = make(sizes);
    made.memory().restore(stopped.memory().copy());
    return made;
  }

  private static String message(ConfigurationException e) {
    return Objects.requireNonNullElse(e.getMessage(), "");
  }
}
