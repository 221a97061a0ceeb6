package dev.varangian.core.experiment.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.varangian.core.experiment.figure.Claim;
import java.util.Map;

/** The JSON Schema of the key {@code figure}, which makes an experiment a figure of a paper. */
final class FigureSchema {
  private static final String DESCRIPTION = "description";

  private final Map<String, ObjectNode> places;

  /**
   * @param places the schema of values by dotted path
   */
  FigureSchema(Map<String, ObjectNode> places) {
    this.places = places;
  }

  ObjectNode of() {
    ObjectNode schema = object("makes this file a figure for varangian reproduce");
    ObjectNode properties = schema.putObject("properties");
    properties.set("title", text("the title of the figure"));
    properties.set("rows", text("the swept key whose values become rows of plots"));
    properties.set("from-round", whole("the first round that is drawn; default: 1"));
    properties.set("quick", quick());
    ObjectNode claims = properties.putObject("claims");
    claims.put("type", "array").put(DESCRIPTION, "the paper's claims about the figure");
    claims.set("items", claim());
    schema.putArray("required").add("title").add("rows");
    return schema.put("additionalProperties", false);
  }

  private static ObjectNode object(String description) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "object")
        .put(DESCRIPTION, description);
  }

  private static ObjectNode text(String description) {
    return of("string", description);
  }

  private static ObjectNode number(String description) {
    return of("number", description);
  }

  private static ObjectNode whole(String description) {
    return of("integer", description).put("minimum", 1);
  }

  private static ObjectNode of(String type, String description) {
    return JsonNodeFactory.instance.objectNode().put("type", type).put(DESCRIPTION, description);
  }

  private ObjectNode quick() {
    ObjectNode schema = object("what --quick changes, by dotted paths");
    ObjectNode properties = schema.putObject("properties");
    places.forEach((path, value) -> properties.set(path, value.deepCopy()));
    schema.putObject("patternProperties").put("^sweep(\\.|$)", true);
    return schema.put("additionalProperties", false);
  }

  private ObjectNode claim() {
    ObjectNode schema = object("a claim, checked on the mean over seeds");
    ObjectNode properties = schema.putObject("properties");
    properties.set("says", text("the text of the claim"));
    ObjectNode measure = properties.putObject("measure");
    ArrayNode labels = measure.putArray("enum");
    for (Claim.Measure each : Claim.Measure.values()) {
      labels.add(each.label());
    }
    measure.put(DESCRIPTION, "the measure of a run that the claim is about");
    ObjectNode where = object("the values of swept keys that it is about; default: all");
    ObjectNode keys = where.putObject("properties");
    places
        .keySet()
        .forEach(path -> keys.putObject(path).putArray("type").add("string").add("number"));
    properties.set("where", where.put("additionalProperties", false));
    properties.set("at-least", number("a lower bound of the measure"));
    properties.set("near-fault-free", number("the allowed difference below the fault-free runs"));
    properties.set("rises-with", text("the swept key with which the measure rises"));
    properties.set("falls-with", text("the swept key with which the measure falls"));
    properties.set("margin", number("the allowed deviation in the other direction; default: 0"));
    schema.putArray("required").add("says").add("measure");
    ArrayNode checks = schema.putArray("oneOf");
    for (String check : new String[] {"at-least", "near-fault-free", "rises-with", "falls-with"}) {
      checks.addObject().putArray("required").add(check);
    }
    return schema.put("additionalProperties", false);
  }
}
