package dev.varangian.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;

/** What all runs have in common, as a line of HTML below the title. */
final class Facts {
  private Facts() {}

  /** The experiment's keys that aren't swept; of a component only its name. */
  static String of(Results results) {
    JsonNode experiment;
    try {
      experiment = new YAMLMapper().readTree(results.experiment());
    } catch (JsonProcessingException e) {
      return "";
    }
    StringBuilder html = new StringBuilder();
    for (Map.Entry<String, JsonNode> entry : experiment.properties()) {
      String value = entry.getValue().path("name").asText(entry.getValue().asText());
      if (!value.isEmpty()
          && !entry.getKey().equals("name")
          && !results.sweptKeys().contains(entry.getKey())) {
        html.append("<li>")
            .append(Html.escape(entry.getKey()))
            .append(" <b>")
            .append(Html.escape(value))
            .append("</b></li>\n");
      }
    }
    return html.toString();
  }
}
