package dev.varangian.core.experiment.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.parameter.DeclaredParameter;
import dev.varangian.core.catalogue.parameter.ParameterSchema;
import dev.varangian.core.experiment.ExperimentName;
import dev.varangian.core.experiment.FaultAssignment;
import dev.varangian.core.experiment.Key;
import dev.varangian.core.experiment.reading.Numbers;
import dev.varangian.spi.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema (draft 2020-12) of experiment files, built from the declarations in the
 * catalogue: editors use it to complete names and parameters and to mark errors. It does not cover
 * conditions between values (that n and f suit a filter, that a claim's key is swept).
 */
public final class ExperimentSchema {
  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
  private static final String DESCRIPTION = "description";
  private static final String PROPERTIES = "properties";
  private static final String REQUIRED = "required";
  private static final List<Key> NEEDED =
      List.of(
          Key.MODEL,
          Key.DATASET,
          Key.AGENTS,
          Key.BATCH_SIZE,
          Key.ROUNDS,
          Key.STEP_SIZE,
          Key.FILTER);

  private final ComponentSchema components;

  private ExperimentSchema(Catalogue catalogue) {
    this.components = new ComponentSchema(catalogue);
  }

  /** The schema as a JSON document, indented. */
  public static String of(Catalogue catalogue) {
    try {
      return new ObjectMapper()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(new ExperimentSchema(catalogue).root())
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree in memory is always written", e);
    }
  }

  private ObjectNode root() {
    ObjectNode root = node();
    root.put("$schema", DRAFT);
    root.put("title", "An experiment of Varangian");
    root.put("type", "object");
    ObjectNode properties = root.putObject(PROPERTIES);
    for (Key key : Key.values()) {
      properties.set(key.label(), key == Key.SWEEP ? sweep() : described(key));
    }
    properties.set(Key.FIGURE, new FigureSchema(places()).of());
    ArrayNode rules = root.putArray("allOf");
    NEEDED.forEach(key -> rules.add(givenOrSwept(key)));
    ObjectNode alone = root.putObject("dependentSchemas").putObject(Key.FAULTS.label());
    alone.putObject(PROPERTIES).put(Key.FAULTY.label(), false).put(Key.FAULT.label(), false);
    root.put("additionalProperties", false);
    ObjectNode definitions = root.putObject("$defs");
    for (Kind kind : Kind.values()) {
      if (Key.ofKind(kind).isEmpty()) {
        continue;
      }
      definitions.set(kind.label(), components.of(kind));
    }
    definitions.set(Key.FAULTS.label(), faults());
    return root;
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode reference(String definition) {
    return node().put("$ref", "#/$defs/" + definition);
  }

  private static ObjectNode described(Key key) {
    ObjectNode value = value(key);
    return value.has(DESCRIPTION) ? value : value.put(DESCRIPTION, meaning(key));
  }

  private static ObjectNode value(Key key) {
    return switch (key) {
      case NAME ->
          ((ObjectNode) node().set("type", node().arrayNode().add("string").add("number")))
              .put("pattern", ExperimentName.PATTERN)
              .put("maxLength", ExperimentName.LONGEST);
      case FAULTS -> reference(Key.FAULTS.label());
      case SWEEP -> node().put("type", "object");
      default ->
          key.kind()
              .map(kind -> reference(kind.label()))
              .or(() -> key.listOf().map(kind -> list(reference(kind.label()), 0)))
              .orElseGet(() -> ParameterSchema.of(Numbers.declaration(key)));
    };
  }

  private static String meaning(Key key) {
    return switch (key) {
      case NAME -> "the name of the experiment and its results folder; default: the file's name";
      case MODEL -> "the model to train";
      case DATASET -> "the data set to train on";
      case FAULT -> "what the faulty agents do";
      case FAULTS -> "the faults of individual agents; replaces fault and faulty";
      case STEP_SIZE -> "the step size eta of each round: a number, or a schedule";
      case PRE_AGGREGATORS -> "the pre-aggregators, applied in this order before the filter";
      case FILTER -> "how the server combines the n received vectors into one";
      case SINKS -> "what else receives the rows of each run";
      case PARTITION ->
          "the training samples that each agent draws from; default: iid, all of them";
      case SWEEP -> "the values to sweep; every combination becomes a run";
      default -> Numbers.declaration(key).meaning();
    };
  }

  private static ObjectNode givenOrSwept(Key key) {
    ObjectNode rule = node();
    ArrayNode ways = rule.putArray("anyOf");
    ways.addObject().putArray(REQUIRED).add(key.label());
    ObjectNode swept = ways.addObject();
    swept.putArray(REQUIRED).add(Key.SWEEP.label());
    swept.putObject(PROPERTIES).putObject(Key.SWEEP.label()).putArray(REQUIRED).add(key.label());
    return rule;
  }

  private ObjectNode faults() {
    ObjectNode agents = node().put("type", "array").put("minItems", 1).put("uniqueItems", true);
    agents.put(DESCRIPTION, "the agents that have the fault, counted from 1");
    agents.putObject("items").put("type", "integer").put("minimum", 1);
    Map<String, ObjectNode> more = new LinkedHashMap<>();
    more.put(FaultAssignment.AGENTS, agents);
    more.put(FaultAssignment.FROM, round("the first round in which the fault acts; default: 1"));
    more.put(FaultAssignment.UNTIL, round("the last round in which it acts; default: the last"));
    ObjectNode schema = node().put("type", "array");
    schema.set("items", components.mappings(Kind.FAULT, more, List.of(FaultAssignment.AGENTS)));
    return schema;
  }

  private static ObjectNode round(String meaning) {
    DeclaredParameter rounds = Numbers.declaration(Key.ROUNDS);
    return ParameterSchema.of(rounds).put(DESCRIPTION, meaning);
  }

  private ObjectNode sweep() {
    ObjectNode schema = node().put("type", "object").put(DESCRIPTION, meaning(Key.SWEEP));
    ObjectNode properties = schema.putObject(PROPERTIES);
    for (Key key : Key.values()) {
      if (!key.canBeSwept()) {
        continue;
      }
      ObjectNode values = list(value(key), 1);
      Map<String, ObjectNode> below = below(key);
      if (below.isEmpty()) {
        properties.set(key.label(), values);
        continue;
      }
      ObjectNode nested = node().put("type", "object");
      ObjectNode parameters = nested.putObject(PROPERTIES);
      below.forEach((name, value) -> parameters.set(name, list(value, 1)));
      nested.put("additionalProperties", false);
      ObjectNode either = node();
      either.putArray("anyOf").add(values).add(nested);
      properties.set(key.label(), either);
      below.forEach((name, value) -> properties.set(key.label() + "." + name, list(value, 1)));
    }
    return schema.put("additionalProperties", false);
  }

  private static ObjectNode list(ObjectNode items, int minimum) {
    ObjectNode schema = node().put("type", "array");
    if (minimum > 0) {
      schema.put("minItems", minimum);
    }
    schema.set("items", items.deepCopy());
    return schema;
  }

  private Map<String, ObjectNode> below(Key key) {
    return key.kind().map(components::parameters).orElse(Map.of());
  }

  /** Returns the schema of values by dotted path. */
  private Map<String, ObjectNode> places() {
    Map<String, ObjectNode> places = new LinkedHashMap<>();
    for (Key key : Key.values()) {
      if (key.canBeSwept()) {
        places.put(key.label(), value(key));
        below(key).forEach((name, value) -> places.put(key.label() + "." + name, value));
      }
    }
    return places;
  }
}
