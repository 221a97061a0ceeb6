package dev.varangian.core.experiment.reading;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.parameter.DeclaredParameter;
import dev.varangian.core.catalogue.parameter.ParameterType;
import dev.varangian.core.catalogue.parameter.Parameters;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.Key;
import dev.varangian.core.experiment.yaml.Node;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.experiment.yaml.Problems;
import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import dev.varangian.spi.context.ConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a component: a name, a mapping with a name and parameters, or a bare value if a component
 * of the kind has a shorthand.
 */
final class ComponentReader {
  private static final String NAME = "name";

  private final Catalogue catalogue;
  private final Problems problems;

  ComponentReader(Catalogue catalogue, Problems problems) {
    this.catalogue = catalogue;
    this.problems = problems;
  }

  /** Returns the component at {@code node}; empty, with problems added, if it is invalid. */
  <T> Optional<Choice<T>> read(Kind kind, Class<T> type, Node node) {
    if (node instanceof Node.Sequence) {
      problems.add(
          node.origin(),
          "expected a " + kind + ", as its name or as {name: …}; a list belongs under sweep");
      return Optional.empty();
    }
    Node.Mapping mapping =
        node instanceof Node.Scalar scalar ? expand(kind, scalar) : (Node.Mapping) node;
    return component(kind, type, mapping)
        .flatMap(component -> choice(component, mapping.without(NAME)));
  }

  /** The components in the list at {@code key}; none if the key is absent. */
  <T> List<Choice<T>> list(Key key, Class<T> type, Node.Mapping root) {
    List<Choice<T>> choices = new ArrayList<>();
    Optional<Node> value = root.value(key.label());
    if (value.isPresent() && value.get() instanceof Node.Sequence sequence) {
      Kind kind = key.listOf().orElseThrow();
      sequence.items().forEach(item -> read(kind, type, item).ifPresent(choices::add));
    } else {
      value.ifPresent(
          node ->
              problems.add(
                  node.origin(), "expected " + listOf(node) + ", not " + node.description()));
    }
    return choices;
  }

  /** Returns how to write the list that was probably meant; in a sweep, each value is a list. */
  private static String listOf(Node item) {
    String list =
        item instanceof Node.Scalar scalar
            ? "[" + (scalar.isNull() ? "" : scalar.text()) + "]"
            : "[{name: …}]";
    return item.origin().key().startsWith(Key.SWEEP.label() + ".")
        ? "a list of lists, as in [" + list + "]"
        : "a list, as in " + list;
  }

  /** Returns the long form of a name or bare value. */
  Node.Mapping expand(Kind kind, Node.Scalar scalar) {
    Origin origin = scalar.origin();
    Optional<Component<?>> shorthand =
        catalogue.shorthand(kind).filter(component -> isShorthand(component, scalar.text()));
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    if (shorthand.isPresent() && catalogue.find(kind, scalar.text()).isEmpty()) {
      Component<?> component = shorthand.get();
      Node name = new Node.Scalar(origin, component.name(), true);
      entries.put(NAME, new Node.Entry(origin, name));
      entries.put(component.shorthand(), new Node.Entry(origin, scalar));
    } else {
      entries.put(NAME, new Node.Entry(origin, scalar));
    }
    return new Node.Mapping(origin, entries);
  }

  /** Anything that cannot be a name is treated as a value, so that the message is about values. */
  private boolean isShorthand(Component<?> component, String text) {
    boolean canBeName = !text.isEmpty() && Character.isLetter(text.charAt(0));
    DeclaredParameter parameter =
        catalogue.parameters(component).find(component.shorthand()).orElseThrow();
    return !canBeName || (!parameter.type().isNumber() && accepts(parameter, text));
  }

  private static boolean accepts(DeclaredParameter parameter, String text) {
    try {
      parameter.value(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private <T> Optional<Component<T>> component(Kind kind, Class<T> type, Node.Mapping mapping) {
    Node.Entry name = mapping.entries().get(NAME);
    if (name == null) {
      problems.add(below(mapping.origin(), NAME), "required: the name of a " + kind);
      return Optional.empty();
    }
    if (!(name.value() instanceof Node.Scalar scalar) || scalar.isNull()) {
      problems.add(
          name.value().origin(),
          "expected the name of a " + kind + ", not " + name.value().description());
      return Optional.empty();
    }
    Optional<Component<T>> component = catalogue.find(kind, type, scalar.text());
    if (component.isEmpty()) {
      problems.add(scalar.origin(), catalogue.unknown(kind, scalar.text()));
    }
    return component;
  }

  private <T> Optional<Choice<T>> choice(Component<T> component, Node.Mapping written) {
    int before = problems.added();
    Parameters parameters = catalogue.parameters(component);
    Node.Mapping given = flat(written, parameters);
    Map<String, Object> values = new LinkedHashMap<>();
    given
        .entries()
        .forEach(
            (name, entry) -> {
              Optional<DeclaredParameter> parameter = parameters.find(name);
              if (parameter.isEmpty()) {
                problems.add(entry.key(), Parameters.unknown(component, name, parameters.names()));
              } else {
                value(parameter.get(), entry.value(), problems)
                    .ifPresent(value -> values.put(name, value));
              }
            });
    for (DeclaredParameter parameter : parameters.list()) {
      Node.Entry entry = given.entries().get(parameter.name());
      if (parameter.isRequired() && (entry == null || entry.value().isNull())) {
        problems.add(
            below(given.origin(), parameter.name()), "required: expected " + parameter.expected());
      }
    }
    if (problems.added() > before) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Choice<>(component, parameters.bind(values), given.origin()));
    } catch (ConfigurationException e) {
      Node.Entry entry = given.entries().get(e.parameter());
      problems.add(
          entry == null ? given.origin() : entry.value().origin(), String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      problems.add(given.origin(), String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  /** Returns the values of nested records by their dotted names. */
  private Node.Mapping flat(Node.Mapping written, Parameters parameters) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    written.entries().forEach((name, entry) -> flatten(name, entry, parameters, entries));
    return new Node.Mapping(written.origin(), entries);
  }

  private void flatten(
      String name, Node.Entry entry, Parameters parameters, Map<String, Node.Entry> entries) {
    List<DeclaredParameter> below = parameters.below(name);
    if (!below.isEmpty() && entry.value() instanceof Node.Mapping nested) {
      nested
          .entries()
          .forEach((key, inner) -> flatten(name + "." + key, inner, parameters, entries));
    } else if (!below.isEmpty() && !entry.value().isNull()) {
      String members =
          below.stream()
              .map(parameter -> parameter.name().substring(name.length() + 1))
              .collect(Collectors.joining(", "));
      problems.add(
          entry.value().origin(),
          "expected a mapping with " + members + ", not " + entry.value().description());
    } else if (below.isEmpty() && entries.putIfAbsent(name, entry) != null) {
      problems.add(entry.key(), "duplicate key");
    }
  }

  private static Origin below(Origin origin, String name) {
    String key = origin.key().isEmpty() ? name : origin.key() + "." + name;
    return new Origin(origin.file(), origin.line(), key);
  }

  /**
   * Returns a parameter's value; empty if there is none or, with a problem added, if it is invalid.
   */
  static Optional<Object> value(DeclaredParameter parameter, Node node, Problems problems) {
    if (node.isNull()) {
      return Optional.empty();
    }
    boolean takesText =
        parameter.type() == ParameterType.STRING || parameter.type() == ParameterType.ENUM;
    if (!(node instanceof Node.Scalar scalar) || (scalar.quoted() && !takesText)) {
      problems.add(
          node.origin(), "expected " + parameter.expected() + ", not " + node.description());
      return Optional.empty();
    }
    try {
      return Optional.of(parameter.value(scalar.text()));
    } catch (IllegalArgumentException e) {
      problems.add(node.origin(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
