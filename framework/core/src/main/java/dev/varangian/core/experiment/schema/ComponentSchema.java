package dev.varangian.core.experiment.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.parameter.DeclaredParameter;
import dev.varangian.core.catalogue.parameter.ParameterSchema;
import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** JSON Schemas of components in experiment files. */
final class ComponentSchema {
  private static final String DESCRIPTION = "description";
  private static final String CONST = "const";

  private final Catalogue catalogue;

  ComponentSchema(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Returns the schema of a name, a mapping with a name and parameters, or the bare value of a
   * shorthand.
   */
  ObjectNode of(Kind kind) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    ArrayNode choices = schema.putArray("anyOf");
    for (Component<?> component : catalogue.all(kind)) {
      if (catalogue.parameters(component).list().stream()
          .noneMatch(DeclaredParameter::isRequired)) {
        choices.add(name(component));
      }
    }
    catalogue
        .shorthand(kind)
        .flatMap(component -> catalogue.parameters(component).find(component.shorthand()))
        .ifPresent(parameter -> choices.add(ParameterSchema.of(parameter)));
    catalogue.all(kind).forEach(component -> choices.add(mapping(component, Map.of(), List.of())));
    return orNothing(schema, choices);
  }

  /**
   * Returns the schema of a mapping with a name, parameters and further keys.
   *
   * @param more further keys and their schemas
   * @param required the required ones of the further keys
   */
  ObjectNode mappings(Kind kind, Map<String, ObjectNode> more, List<String> required) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    ArrayNode choices = schema.putArray("anyOf");
    catalogue.all(kind).forEach(component -> choices.add(mapping(component, more, required)));
    return orNothing(schema, choices);
  }

  /** A draft requires at least one choice; where there is no component, no value is valid. */
  private static ObjectNode orNothing(ObjectNode schema, ArrayNode choices) {
    if (choices.isEmpty()) {
      schema.remove("anyOf");
      schema.putObject("not");
    }
    return schema;
  }

  private static ObjectNode name(Component<?> component) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(CONST, component.name())
        .put(DESCRIPTION, component.summary());
  }

  private ObjectNode mapping(
      Component<?> component, Map<String, ObjectNode> more, List<String> required) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("type", "object").put("title", component.name());
    schema.put(DESCRIPTION, description(component));
    ObjectNode properties = schema.putObject("properties");
    properties.set("name", name(component));
    ArrayNode needed = schema.putArray("required").add("name");
    for (DeclaredParameter parameter : catalogue.parameters(component).list()) {
      properties.set(parameter.name(), ParameterSchema.of(parameter));
      if (!parameter.name().contains(".")) {
        if (parameter.isRequired()) {
          needed.add(parameter.name());
        }
      } else {
        nest(properties, parameter.name(), ParameterSchema.of(parameter));
      }
    }
    more.forEach((key, value) -> properties.set(key, value.deepCopy()));
    required.forEach(needed::add);
    return schema.put("additionalProperties", false);
  }

  /** Returns the schema of a nested record's parameter, below the record's name. */
  private static void nest(ObjectNode properties, String name, ObjectNode schema) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      properties.set(name, schema);
      return;
    }
    String outer = name.substring(0, dot);
    if (!properties.has(outer)) {
      ObjectNode group = properties.putObject(outer).put("type", "object");
      group.putObject("properties");
      group.put("additionalProperties", false);
    }
    nest((ObjectNode) properties.get(outer).get("properties"), name.substring(dot + 1), schema);
  }

  private static String description(Component<?> component) {
    return component.source().isEmpty()
        ? component.summary()
        : component.summary() + " (" + component.source() + ")";
  }

  /**
   * Returns the parameters of a kind's components by name; a value must fit one of the components.
   */
  Map<String, ObjectNode> parameters(Kind kind) {
    Map<String, Set<ObjectNode>> schemas = new LinkedHashMap<>();
    for (Component<?> component : catalogue.all(kind)) {
      for (DeclaredParameter parameter : catalogue.parameters(component).list()) {
        schemas
            .computeIfAbsent(parameter.name(), name -> new LinkedHashSet<>())
            .add(ParameterSchema.of(parameter));
      }
    }
    Map<String, ObjectNode> merged = new LinkedHashMap<>();
    schemas.forEach((name, each) -> merged.put(name, anyOf(List.copyOf(each))));
    return merged;
  }

  private static ObjectNode anyOf(List<ObjectNode> schemas) {
    if (schemas.size() == 1) {
      return schemas.get(0);
    }
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.putArray("anyOf").addAll(schemas);
    return schema;
  }
}
