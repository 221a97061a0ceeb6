package dev.varangian.conformance;

import dev.varangian.conformance.check.Subject;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.parameter.Parameters;
import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import dev.varangian.spi.data.DataDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Checks what every component of a kind must do: for instance that a filter does not modify the
 * vectors, that a fault uses only the knowledge it declares, and that a model's gradient is the
 * gradient of its loss. Components are checked with their default parameters, then with every other
 * value of each parameter that has a fixed set of values.
 *
 * <pre>{@code
 * for (Result result : Conformance.of(new MyPlugin()).run()) {
 *   System.out.println(result);
 * }
 * }</pre>
 */
public final class Conformance {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Catalogue catalogue;
  private final List<Component<?>> components;
  private final DataDirectory data;
  private final Duration limit;

  private Conformance(
      Catalogue catalogue, List<Component<?>> components, DataDirectory data, Duration limit) {
    this.catalogue = catalogue;
    this.components = List.copyOf(components);
    this.data = data;
    this.limit = limit;
  }

  /**
   * The checks of a plugin. The files of data sets are read from the folder named by the
   * environment variable {@code VARANGIAN_DATA}; without it these data sets cannot be checked.
   */
  public static Conformance of(Plugin plugin) {
    String data = System.getenv().getOrDefault("VARANGIAN_DATA", "");
    return new Conformance(
        Catalogue.of(plugin),
        plugin.components(),
        new DataDirectory(Path.of(data.isBlank() ? "no-data" : data)),
        LIMIT);
  }

  /**
   * Returns the checks of the given components.
   *
   * @param catalogue the catalogue that contains them
   */
  public static Conformance of(Catalogue catalogue, List<Component<?>> components) {
    return new Conformance(catalogue, components, new DataDirectory(Path.of("no-data")), LIMIT);
  }

  /** Returns the same checks with another folder for the files of data sets. */
  public Conformance reading(DataDirectory data) {
    return new Conformance(catalogue, components, data, limit);
  }

  /** Returns the same checks with a time limit for each; the default is two minutes. */
  public Conformance within(Duration limit) {
    return new Conformance(catalogue, components, data, limit);
  }

  /** The checks to run, component by component. */
  public List<ComponentCheck> trials() {
    return components.stream()
        .flatMap(component -> examination(component).trials().stream())
        .toList();
  }

  /** Runs all checks. */
  public List<Result> run() {
    return trials().stream().map(ComponentCheck::run).toList();
  }

  private CheckSequence examination(Component<?> component) {
    return examination(component, KindChecks.of(component.kind()));
  }

  private <T> CheckSequence examination(Component<?> component, KindChecks<T> checks) {
    return CheckSequence.of(
        component, declaration(component), checks, () -> subjects(component), limit);
  }

  private <T> List<Subject<T>> subjects(Component<?> component) {
    @SuppressWarnings("unchecked") // the checks are those of its kind
    Component<T> own = (Component<T>) component;
    return Subject.of(own, catalogue.parameters(component), data);
  }

  private Outcome declaration(Component<?> component) {
    Optional<Component<?>> found = catalogue.find(component.kind(), component.name());
    if (!found.filter(component::equals).isPresent()) {
      return new Outcome.Failed(
          catalogue
              .whyNot(component.kind(), component.name())
              .orElse("another " + component.kind() + " has the same name"),
          "a declaration that the catalogue accepts");
    }
    Parameters parameters = catalogue.parameters(component);
    if (component.summary().isBlank()) {
      return new Outcome.Failed("has no summary", "one line that says what it does");
    }
    return parameters.list().stream()
        .filter(parameter -> parameter.meaning().isBlank())
        .findFirst()
        .<Outcome>map(
            parameter ->
                new Outcome.Failed(
                    "the parameter " + parameter.name() + " has no meaning",
                    "a description in its @Param"))
        .orElseGet(Outcome.Passed::new);
  }
}
