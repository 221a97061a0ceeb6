package dev.varangian.cli.commands;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.varangian.cli.terminal.Columns;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.parameter.Nearest;
import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code varangian list}: what there is. */
@Parameters(separators = "=")
public final class ListCommand implements Command {
  private static final String PLUGIN = "plugin";

  @Parameter(description = "KIND")
  private List<String> words = new ArrayList<>();

  @Parameter(names = "--json", description = "Print an array of JSON objects")
  private boolean json;

  @ParametersDelegate private final CommonOptions common = new CommonOptions();

  /** What is printed of a component. */
  private record Entry(String kind, String name, String summary, String plugin) {}

  @Override
  public String summary() {
    return "List components, or those of one kind, or the plugins";
  }

  @Override
  public String usage() {
    return "[KIND]";
  }

  @Override
  public List<String> examples() {
    return List.of("varangian list", "varangian list filters --json", "varangian list plugins");
  }

  @Override
  public void run(Console console) throws IOException {
    if (words.size() > 1) {
      throw new UserErrorException("expected at most one kind, not " + String.join(" ", words));
    }
    String wanted = words.isEmpty() ? "" : words.get(0);
    Catalogue catalogue = common.catalogue(console);
    if (wanted.equals(PLUGIN) || wanted.equals(PLUGIN + "s")) {
      PluginsList plugins = new PluginsList(catalogue);
      console.out().print(json ? plugins.json() : plugins.text());
      return;
    }
    List<Entry> entries =
        wanted.isEmpty()
            ? Arrays.stream(Kind.values()).flatMap(kind -> entries(catalogue, kind)).toList()
            : entries(catalogue, kind(wanted, PLUGIN)).toList();
    console.out().print(json ? json(entries) : text(entries, wanted.isEmpty()));
  }

  /**
   * The kind called so in the singular or plural.
   *
   * @param more what is allowed besides, for the message
   */
  static Kind kind(String word, String... more) {
    List<String> names =
        Stream.concat(Arrays.stream(Kind.values()).map(Kind::label), Arrays.stream(more)).toList();
    return Kind.of(word)
        .orElseThrow(
            () ->
                new UserErrorException(
                    "there is no kind \""
                        + word
                        + "\" ("
                        + Nearest.to(word, names).map(near -> "nearest: " + near + "; ").orElse("")
                        + "all: "
                        + String.join(", ", names)
                        + ")"));
  }

  private static Stream<Entry> entries(Catalogue catalogue, Kind kind) {
    return catalogue.all(kind).stream().map(component -> entry(catalogue, component));
  }

  private static Entry entry(Catalogue catalogue, Component<?> component) {
    return new Entry(
        component.kind().label(),
        component.name(),
        component.summary(),
        catalogue.pluginOf(component).name());
  }

  private static String json(List<Entry> entries) throws IOException {
    List<Map<String, String>> objects = new ArrayList<>();
    for (Entry entry : entries) {
      Map<String, String> object = new LinkedHashMap<>();
      object.put("kind", entry.kind());
      object.put("name", entry.name());
      object.put("summary", entry.summary());
      object.put("plugin", entry.plugin());
      objects.add(object);
    }
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(objects) + "\n";
  }

  private static String text(List<Entry> entries, boolean kinds) {
    return Columns.of(
        entries.stream()
            .map(
                entry ->
                    kinds
                        ? List.of(entry.kind(), entry.name(), entry.summary())
                        : List.of(entry.name(), entry.summary()))
            .toList());
  }
}
