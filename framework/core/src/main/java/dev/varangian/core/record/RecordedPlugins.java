package dev.varangian.core.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The plugin of each component of an experiment, as recorded in {@code environment.json}.
 *
 * @param sources by kind and name of the component; empty if not recorded
 */
record RecordedPlugins(Map<String, Source> sources) {

  /**
   * A plugin.
   *
   * @param sha256 the hash of its jar; empty if it has none
   */
  private record Source(String name, String sha256, boolean foreign) {
    @Override
    public String toString() {
      return foreign ? name + " of SHA-256 " + sha256 : name + " on the class path";
    }
  }

  /** Reads them from {@code environment.json}; empty if it cannot be read. */
  static RecordedPlugins of(String json) {
    Map<String, Source> sources = new TreeMap<>();
    try {
      for (JsonNode plugin : new JsonMapper().readTree(json).path("plugins")) {
        Source source =
            new Source(
                plugin.path("name").asText(),
                plugin.path("sha256").asText(),
                plugin.path("foreign").asBoolean());
        plugin.path("used").forEach(used -> sources.put(used.asText(), source));
      }
    } catch (JsonProcessingException e) {
      return new RecordedPlugins(Map.of());
    }
    return new RecordedPlugins(sources);
  }

  /**
   * The first component that comes from another jar now, in words. Plugins of the class path belong
   * to Varangian, whose version may change.
   */
  Optional<String> difference(RecordedPlugins now) {
    for (Map.Entry<String, Source> entry : sources.entrySet()) {
      Source before = entry.getValue();
      Source after = now.sources.get(entry.getKey());
      if (after != null
          && (before.foreign() || after.foreign())
          && (before.foreign() != after.foreign()
              || !Objects.equals(before.sha256(), after.sha256()))) {
        return Optional.of(
            "its " + entry.getKey() + " came from " + before + ", but now comes from " + after);
      }
    }
    return Optional.empty();
  }
}
