package dev.varangian.cli.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.varangian.cli.report.results.Results;
import dev.varangian.cli.report.results.RunSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/** What all runs have in common, as a line of HTML below the title. */
public final class Facts {
  private Facts() {}

  /** The experiments' equal keys that aren't swept; of a component only its name. */
  public static String of(Results results) {
    Map<String, String> common = new LinkedHashMap<>();
    for (int i = 0; i < results.origins().size(); i++) {
      Map<String, String> settings;
      try {
        settings = RunSettings.of(results.origins().get(i).experiment());
      } catch (JsonProcessingException e) {
        settings = Map.of();
      }
      if (i == 0) {
        common.putAll(settings);
      }
      Map<String, String> others = settings;
      common.entrySet().removeIf(entry -> !entry.getValue().equals(others.get(entry.getKey())));
    }
    results.sweptKeys().forEach(common::remove);
    common.remove("name");
    common.remove("sweep");
    StringBuilder html = new StringBuilder();
    common.forEach(
        (key, value) ->
            html.append("<li>")
                .append(Html.escape(key))
                .append(" <b>")
                .append(Html.escape(RunSettings.name(value)))
                .append("</b></li>\n"));
    return html.toString();
  }
}
