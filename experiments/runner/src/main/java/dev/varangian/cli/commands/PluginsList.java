package dev.varangian.cli.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.varangian.cli.terminal.Columns;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.plugin.LoadedPlugin;
import dev.varangian.core.catalogue.plugin.Refusal;
import dev.varangian.spi.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code varangian list plugins} prints: the plugins that were loaded, and the others. */
final class PluginsList {
  private static final String KIND = "plugin";

  private final Catalogue catalogue;

  PluginsList(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** A block of lines for each plugin. */
  String text() {
    List<List<String>> rows = new ArrayList<>();
    for (LoadedPlugin plugin : catalogue.plugins()) {
      rows.add(List.of(plugin.name(), summary(plugin)));
      rows.add(List.of("  jar", orNone(plugin.path())));
      rows.add(List.of("  SHA-256", orNone(plugin.sha256())));
      rows.add(List.of("  plugin API", plugin.builtFor()));
      rows.add(List.of("  components", orNone(String.join(", ", names(plugin)))));
      refusals(plugin).forEach(refusal -> rows.add(List.of("  not loaded", refusal.reason())));
    }
    for (String place : notLoaded()) {
      rows.add(List.of(fileName(place), "not loaded"));
      rows.add(List.of("  jar", place));
      reasons(place).forEach(reason -> rows.add(List.of("  why", reason)));
    }
    return Columns.of(rows);
  }

  /** One array of objects. */
  String json() throws IOException {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (LoadedPlugin plugin : catalogue.plugins()) {
      Map<String, Object> object = object(plugin.name(), summary(plugin), plugin.path());
      object.put("loaded", true);
      object.put("version", plugin.version());
      object.put("sha256", plugin.sha256());
      object.put("spi", plugin.builtFor());
      object.put("foreign", plugin.foreign());
      object.put("components", names(plugin));
      object.put("problems", refusals(plugin).stream().map(Refusal::reason).toList());
      objects.add(object);
    }
    for (String place : notLoaded()) {
      Map<String, Object> object = object(fileName(place), "not loaded", place);
      object.put("loaded", false);
      object.put("problems", reasons(place));
      objects.add(object);
    }
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(objects) + "\n";
  }

  private static Map<String, Object> object(String name, String summary, String path) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("kind", KIND);
    object.put("name", name);
    object.put("summary", summary);
    object.put("plugin", path);
    return object;
  }

  private static String summary(LoadedPlugin plugin) {
    String version = plugin.version().isEmpty() ? "" : "version " + plugin.version() + ", ";
    int count = plugin.components().size();
    return version + count + (count == 1 ? " component" : " components");
  }

  private static List<String> names(LoadedPlugin plugin) {
    return plugin.components().stream().map(PluginsList::name).toList();
  }

  private static String name(Component<?> component) {
    return component.kind() + " " + component.name();
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "none" : text;
  }

  private static String fileName(String place) {
    Path name = Path.of(place).getFileName();
    return name == null ? place : name.toString();
  }

  private List<Refusal> refusals(LoadedPlugin plugin) {
    return catalogue.refusals().stream()
        .filter(refusal -> refusal.places().contains(plugin.place()))
        .toList();
  }

  private Set<String> notLoaded() {
    Set<String> places = new LinkedHashSet<>();
    catalogue.refusals().forEach(refusal -> places.addAll(refusal.places()));
    catalogue.plugins().forEach(plugin -> places.remove(plugin.place()));
    return places;
  }

  private List<String> reasons(String place) {
    return catalogue.refusals().stream()
        .filter(refusal -> refusal.places().contains(place))
        .map(Refusal::reason)
        .toList();
  }
}
