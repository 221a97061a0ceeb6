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
 * A component with parameter values, which a check can create as often as needed.
 *
 * @param values the parameters that differ from those of the first subject, as text; empty if none
 * @param data the folder of data sets
 */
public record Subject<T>(
    Component<?> component, String values, DataDirectory data, Maker<T> maker) {
  private static final long SEED = 11;

  /** Creates a component. */
  @FunctionalInterface
  public interface Maker<T> {
    /**
     * Returns the component for a run of these sizes; if empty, one that does not depend on sizes.
     */
    T make(Wiring wiring, Optional<Geometry> sizes);
  }

  /**
   * Returns a component with its defaults, then one for every other value of each parameter that
   * has a fixed set of values. A number without a default is 1, or the nearest value in its range.
   *
   * @throws Inapplicable if no value can be guessed for a required parameter
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

  /** Returns the same component wrapped in something else. */
  public <U> Subject<U> as(Function<T, U> other) {
    return new Subject<>(
        component, values, data, (wiring, sizes) -> other.apply(maker.make(wiring, sizes)));
  }

  /** Creates a component that does not depend on a run's sizes. */
  public T open() {
    try {
      return maker.make(new Wiring(data, SEED), Optional.empty());
    } catch (ConfigurationException e) {
      throw new Refused(message(e));
    }
  }

  /** Creates a component for the first round of a run. */
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

  /** Creates a component that continues from the state of another, as when a run is resumed. */
  public Instance<T> resume(Geometry sizes, Instance<T> stopped) {
    Instance<T> made = make(sizes);
    made.memory().restore(stopped.memory().copy());
    return made;
  }

  private static String message(ConfigurationException e) {
    return Objects.requireNonNullElse(e.getMessage(), "");
  }
}
