package dev.varangian.core.catalogue.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;

/** The allowed values of a parameter as a JSON Schema (draft 2020-12). */
public final class ParameterSchema {
  private static final String DEFAULT = "default";
  private static final String TYPE = "type";

  private ParameterSchema() {}

  /** Returns the schema of one value with its description, range and default. */
  public static ObjectNode of(DeclaredParameter parameter) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    String unit = parameter.unit().isEmpty() ? "" : " (in " + parameter.unit() + ")";
    schema.put("description", parameter.meaning() + unit);
    switch (parameter.type()) {
      case BOOLEAN -> schema.put(TYPE, "boolean");
      case ENUM -> words(schema, parameter.constants());
      case STRING -> {
        if (parameter.constants().isEmpty()) {
          // Any scalar is accepted as text.
          schema.putArray(TYPE).add("string").add("number").add("boolean");
        } else {
          words(schema, parameter.constants());
        }
      }
      case INT, LONG -> range(schema.put(TYPE, "integer"), parameter);
      case DOUBLE -> range(schema.put(TYPE, "number"), parameter);
    }
    parameter
        .defaultValue()
        .ifPresent(value -> schema.set(DEFAULT, value(parameter.type(), value)));
    return schema;
  }

  private static void words(ObjectNode schema, List<String> words) {
    ArrayNode values = schema.putArray("enum");
    words.forEach(values::add);
  }

  private static void range(ObjectNode schema, DeclaredParameter parameter) {
    double min = parameter.min();
    double max = parameter.max();
    if (min > Double.NEGATIVE_INFINITY) {
      boolean above = Ranges.isAbove(min);
      schema.set(above ? "exclusiveMinimum" : "minimum", number(above ? Math.nextDown(min) : min));
    }
    if (max < Double.POSITIVE_INFINITY) {
      boolean below = Ranges.isBelow(max);
      schema.set(below ? "exclusiveMaximum" : "maximum", number(below ? Math.nextUp(max) : max));
    }
  }

  private static JsonNode value(ParameterType type, String text) {
    return switch (type) {
      case BOOLEAN -> BooleanNode.valueOf(text.equals("true"));
      case INT, LONG -> LongNode.valueOf(Long.parseLong(text));
      case DOUBLE -> number(Numerals.decimal(text));
      case STRING, ENUM -> TextNode.valueOf(text);
    };
  }

  /** Formatted the same on every JDK; whole numbers have no decimal point. */
  private static JsonNode number(double number) {
    String text = Numerals.text(number);
    return Numerals.isWhole(text) && Math.abs(number) <= Long.MAX_VALUE / 2
        ? LongNode.valueOf(Long.parseLong(text))
        : DecimalNode.valueOf(new BigDecimal(text));
  }
}
