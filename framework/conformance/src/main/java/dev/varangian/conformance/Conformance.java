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
 * What every component of a plugin must do, by kind: for instance that a filter changes no vector,
 * that a fault uses only what it declares to know, that a model's gradient is that of its loss.
 * Components are tried with their default parameters, then with each other word of a parameter that
 * is one of some words.
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
   * The checks of a plugin. Data sets that read files are looked for in the folder that the
   * environment variable {@code VARANGIAN_DATA} names; without it they can't be checked.
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
   * The checks of some components.
   *
   * @param catalogue what they were found in
   */
  public static Conformance of(Catalogue catalogue, List<Component<?>> components) {
    return new Conformance(catalogue, components, new DataDirectory(Path.of("no-data")), LIMIT);
  }

  /** The same checks, with data sets that read their files here. */
  public Conformance reading(DataDirectory data) {
    return new Conformance(catalogue, components, data, limit);
  }

  /** The same checks, each of which may take so long; by default two minutes. */
  public Conformance within(Duration limit) {
    return new Conformance(catalogue, components, data, limit);
  }

  /** The checks to run, component by component. */
  public List<ComponentCheck> trials() {
    return components.stream()
        .flatMap(component -> examination(component).trials().stream())
        .toList();
  }

  /** Runs them all. */
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
          "a declaration that the catalogue takes");
    }
    Parameters parameters = catalogue.parameters(component);
    if (component.summary().isBlank()) {
      return new Outcome.Failed("it has no summary", "a line on what it does");
    }
    return parameters.list().stream()
        .filter(parameter -> parameter.meaning().isBlank())
        .findFirst()
        .<Outcome>map(
            parameter ->
                new Outcome.Failed(
                    "the parameter " + parameter.name() + " has no meaning",
                    "a phrase in its @Param"))
        .orElseGet(Outcome.Passed::new);
  }
}
