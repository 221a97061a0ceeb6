package dev.varangian.cli.report.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of an experiment file, each with its value as one line of text. */
public final class RunSettings {
  private static final YAMLMapper YAML = new YAMLMapper();

  private RunSettings() {}

  /**
   * By key, in the order of the file; without empty values.
   *
   * @throws JsonProcessingException if it isn't YAML
   */
  public static Map<String, String> of(String yaml) throws JsonProcessingException {
    Map<String, String> settings = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : YAML.readTree(yaml).properties()) {
      String value = text(entry.getValue());
      if (!value.isEmpty()) {
        settings.put(entry.getKey(), value);
      }
    }
    return settings;
  }

  /** A component without its parameters. */
  public static String name(String value) {
    int parameters = value.indexOf('(');
    return parameters > 0 ? value.substring(0, parameters) : value;
  }

  /** A component as {@code name(parameter=value, …)}. */
  private static String text(JsonNode node) {
    if (node.isValueNode()) {
      return node.asText();
    }
    List<String> parts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(each -> parts.add(text(each)));
      return String.join(", ", parts);
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!entry.getKey().equals("name")) {
        parts.add(entry.getKey() + "=" + text(entry.getValue()));
      }
    }
    String parameters = String.join(", ", parts);
    if (!node.has("name")) {
      return parameters;
    }
    return node.path("name").asText() + (parts.isEmpty() ? "" : "(" + parameters + ")");
  }
}
