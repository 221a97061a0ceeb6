package dev.varangian.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two resolved experiments, to decide whether one may continue the results of the other.
 */
final class ExperimentDifference {
  /** None of these affects the results. */
  private static final Set<String> IRRELEVANT =
      Set.of("name", "data", "threads", "engine", "sinks");

  private ExperimentDifference() {}

  /**
   * The first difference in words; empty if there is none that matters.
   *
   * @throws IOException if {@code recorded} is not an experiment
   */
  static Optional<String> between(String recorded, String resolved) throws IOException {
    YAMLMapper yaml = new YAMLMapper();
    return difference("", relevant(yaml.readTree(recorded)), relevant(yaml.readTree(resolved)));
  }

  private static JsonNode relevant(JsonNode experiment) throws IOException {
    if (experiment instanceof ObjectNode object) {
      return object.without(IRRELEVANT);
    }
    throw new IOException("an experiment is a mapping");
  }

  private static Optional<String> difference(String path, JsonNode recorded, JsonNode resolved) {
    if (recorded.equals(resolved)) {
      return Optional.empty();
    }
    if (recorded.isObject() && resolved.isObject()) {
      Set<String> keys = new LinkedHashSet<>();
      resolved.fieldNames().forEachRemaining(keys::add);
      recorded.fieldNames().forEachRemaining(keys::add);
      return keys.stream()
          .map(
              key ->
                  difference(
                      path.isEmpty() ? key : path + "." + key,
                      valueOf(recorded, key),
                      valueOf(resolved, key)))
          .flatMap(Optional::stream)
          .findFirst();
    }
    String where = path.isEmpty() ? "" : path + " is ";
    return Optional.of(where + inWords(recorded) + " there but " + inWords(resolved) + " here");
  }

  private static JsonNode valueOf(JsonNode object, String key) {
    JsonNode value = object.get(key);
    return value == null ? JsonNodeFactory.instance.missingNode() : value;
  }

  private static String inWords(JsonNode value) {
    if (value.isMissingNode()) {
      return "not set";
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
