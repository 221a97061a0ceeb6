package dev.varangian.conformance.check;

import dev.varangian.core.catalogue.parameter.DeclaredParameter;
import dev.varangian.core.catalogue.parameter.Parameters;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.wiring.Wiring;
import dev.varangian.spi.Component;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.data.DataDirectory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        .map(values -> of(component, values.record(), values.text(), data))
        .toList();
  }

  private static <T> Subject<T> of(
      Component<T> component, Record parameters, String values, DataDirectory data) {
    Origin origin = new Origin("conformance", 0, component.name());
    Choice<T> choice = new Choice<>(component, parameters, origin);
    return new Subject<T>(
        component,
        values,
        data,
        (wiring, sizes) ->
            sizes.isPresent() ? wiring.make(choice, sizes.get()) : wiring.make(choice));
  }

  /**
   * The same component with these parameters, and defaults for the others.
   *
   * @param texts the values by name, as an experiment file writes them
   * @throws Violation if it has no such parameter
   * @throws IllegalArgumentException if the parameter has no such value
   */
  public Subject<T> with(Map<String, String> texts) {
    Parameters parameters = Parameters.of(component.parameters());
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      DeclaredParameter parameter =
          parameters
              .find(text.getKey())
              .orElseThrow(
                  () ->
                      new Violation(
                          "it has no parameter " + text.getKey(),
                          "one of " + String.join(", ", parameters.names())));
      values.put(text.getKey(), parameter.value(text.getValue()));
    }
    @SuppressWarnings("unchecked") // no check asks this of a subject made of another
    Component<T> own = (Component<T>) component;
    return of(own, parameters.bind(values), this.values, data);
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
  public Made<T> make(Geometry sizes) {
    return make(sizes, SEED);
  }

  /** The same with another seed. */
  public Made<T> make(Geometry sizes, long seed) {
    Wiring wiring = new Wiring(data, seed);
    try {
      return new Made<>(maker.make(wiring, Optional.of(sizes)), wiring.memory());
    } catch (ConfigurationException e) {
      throw new Refused(message(e));
    }
  }

  /** A new component that goes on where another was stopped, as when a run is resumed. */
  public Made<T> resume(Geometry sizes, Made<T> stopped) {
    Made<T> made = make(sizes);
    made.memory().restore(stopped.memory().copy());
    return made;
  }

  private static String message(ConfigurationException e) {
    return Objects.requireNonNullElse(e.getMessage(), "");
  }
}
