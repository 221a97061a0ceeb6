package dev.varangian.cli.reference;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.parameter.DeclaredParameter;
import dev.varangian.core.catalogue.parameter.Parameters;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.wiring.Wiring;
import dev.varangian.spi.Component;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.PreAggregator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a component with default parameters says of itself; of other kinds than these, nothing. */
public final class Traits {
  private static final Geometry GEOMETRY = new Geometry(10, 1, 100);

  private Traits() {}

  /**
   * The traits of a filter, a pre-aggregator or a fault, which is made for n = 10 and f = 1.
   *
   * @param data the folder of data sets
   */
  public static List<Trait> of(Catalogue catalogue, Component<?> component, DataDirectory data) {
    try {
      return switch (component.kind()) {
        case FILTER -> Trait.of(make(catalogue, component, GradientFilter.class, data));
        case PRE_AGGREGATOR -> Trait.of(make(catalogue, component, PreAggregator.class, data));
        case FAULT -> Trait.of(make(catalogue, component, Fault.class, data));
        default -> List.of();
      };
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      // Whatever a stranger's class may do when it is made.
      return List.of(
          new Trait(
              "unknown", "Not known", "it cannot be created with n = 10, f = 1: " + reason(e)));
    }
  }

  private static String reason(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static <T> T make(
      Catalogue catalogue, Component<?> component, Class<T> type, DataDirectory data) {
    Component<T> found = catalogue.find(component.kind(), type, component.name()).orElseThrow();
    Parameters parameters = catalogue.parameters(found);
    Map<String, Object> values = new LinkedHashMap<>();
    for (DeclaredParameter parameter : parameters.list()) {
      values.put(parameter.name(), parameter.value(ExampleValue.of(parameter)));
    }
    Choice<T> choice = new Choice<>(found, parameters.bind(values), new Origin("", 0, ""));
    return new Wiring(data, 1).make(choice, GEOMETRY);
  }
}
