package dev.varangian.cli.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.varangian.cli.report.results.Provenance;
import dev.varangian.cli.report.results.Results;
import dev.varangian.cli.report.results.RunSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings that all runs share, in a line below the title. */
final class Facts {
  private Facts() {}

  /** A key and its value, of a component only the name. */
  record Fact(String key, String value) {}

  /** The keys that are equal in all experiments and not swept. */
  static List<Fact> of(Results results) {
    Map<String, String> shared = new LinkedHashMap<>();
    boolean first = true;
    for (Provenance provenance : results.provenance()) {
      Map<String, String> settings = settings(provenance);
      if (first) {
        shared.putAll(settings);
        first = false;
      }
      shared.entrySet().removeIf(entry -> !entry.getValue().equals(settings.get(entry.getKey())));
    }
    results.sweptKeys().forEach(shared::remove);
    shared.remove("name");
    shared.remove("sweep");
    return shared.entrySet().stream()
        .map(entry -> new Fact(entry.getKey(), RunSettings.name(entry.getValue())))
        .toList();
  }

  private static Map<String, String> settings(Provenance provenance) {
    try {
      return RunSettings.of(provenance.experiment());
    } catch (JsonProcessingException e) {
      return Map.of(); // the page says that the file is damaged
    }
  }
}
