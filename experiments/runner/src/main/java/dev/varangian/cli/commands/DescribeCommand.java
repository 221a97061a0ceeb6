package dev.varangian.cli.commands;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.varangian.cli.reference.ExampleExperiment;
import dev.varangian.cli.reference.Trait;
import dev.varangian.cli.reference.Traits;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.parameter.DeclaredParameter;
import dev.varangian.core.catalogue.plugin.TimeLimit;
import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import dev.varangian.spi.data.DataDirectory;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code varangian describe}: one component in full, from what it declares. */
@Parameters(separators = "=")
public final class DescribeCommand implements Command {
  /** A component is made, and a short experiment with it prepared. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Parameter(description = "KIND NAME")
  private List<String> words = new ArrayList<>();

  @Parameter(names = "--json", description = "Print a JSON object")
  private boolean json;

  @ParametersDelegate private final CommonOptions common = new CommonOptions();

  @Override
  public String summary() {
    return "Show one component: parameters, source, conditions, an example";
  }

  @Override
  public String usage() {
    return "KIND NAME";
  }

  @Override
  public List<String> examples() {
    return List.of("varangian describe filter cge", "varangian describe fault random --json");
  }

  /** What was meant where a name stands alone. */
  private String example(Console console) {
    if (words.size() == 1) {
      Catalogue catalogue = common.catalogue(console);
      for (Kind kind : Kind.values()) {
        if (catalogue.find(kind, words.get(0)).isPresent()) {
          return kind + " " + words.get(0);
        }
      }
    }
    return "filter cge";
  }

  @Override
  public void run(Console console) throws IOException {
    if (words.size() != 2) {
      throw new UserErrorException(
          "expected a kind and a name, for example varangian describe " + example(console));
    }
    Kind kind = ListCommand.kind(words.get(0));
    String name = words.get(1);
    Catalogue catalogue = common.catalogue(console);
    Component<?> component =
        catalogue
            .find(kind, name)
            .orElseThrow(() -> new UserErrorException(catalogue.unknown(kind, name)));
    DataDirectory data = common.dataDirectory(console);
    String plugin = catalogue.pluginOf(component).name();
    Description description =
        TimeLimit.call(
            () ->
                new Description(
                    component,
                    plugin,
                    catalogue.parameters(component).list(),
                    Traits.of(catalogue, component, data),
                    ExampleExperiment.of(catalogue, component, data)),
            PATIENCE,
            () -> {
              throw new UserErrorException(
                  "the "
                      + kind
                      + " "
                      + name
                      + " of the plugin "
                      + plugin
                      + " did not describe itself within "
                      + TimeLimit.seconds(PATIENCE));
            });
    console.out().print(json ? json(description) : text(description));
  }

  /** All that is told of a component. */
  private record Description(
      Component<?> component,
      String plugin,
      List<DeclaredParameter> parameters,
      List<Trait> traits,
      ExampleExperiment example) {

    /** What the declaration and the component say, in the order of printing. */
    List<Trait> facts() {
      return ComponentFacts.of(component.documentation(), plugin, traits);
    }
  }

  private static String text(Description described) {
    Component<?> component = described.component();
    StringBuilder text = new StringBuilder();
    text.append(component.kind()).append(' ').append(component.name());
    text.append(component.summary().isEmpty() ? "" : ": " + component.summary()).append(".\n");
    text.append(ComponentFacts.text(described.facts()));
    text.append(described.parameters().isEmpty() ? "No parameters.\n" : "\nParameters:\n");
    for (DeclaredParameter parameter : described.parameters()) {
      text.append("  ")
          .append(ComponentFacts.folded(parameter.name() + ": " + parameter.meaning(), "    "));
      text.append("\n      ").append(parameter.expected());
      text.append(parameter.unit().isEmpty() ? "" : ", in " + parameter.unit());
      text.append(parameter.defaultValue().map(value -> "; default " + value).orElse("; required"));
      text.append('\n');
    }
    text.append("\nExample experiment, for varangian run FILE:\n");
    described.example().yaml().lines().forEach(line -> text.append("  ").append(line).append('\n'));
    described
        .example()
        .problem()
        .ifPresent(why -> text.append("It does not run as shown: ").append(why).append('\n'));
    return text.toString();
  }

  private static String json(Description described) throws IOException {
    Component<?> component = described.component();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("kind", component.kind().label());
    object.put("name", component.name());
    object.put("summary", component.summary());
    object.put("source", component.source());
    described.facts().forEach(fact -> object.put(fact.key(), fact.text()));
    List<Map<String, Object>> parameters = new ArrayList<>();
    for (DeclaredParameter parameter : described.parameters()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("name", parameter.name());
      each.put("meaning", parameter.meaning());
      each.put("expected", parameter.expected());
      each.put("unit", parameter.unit());
      each.put("default", parameter.defaultValue().orElse(null));
      parameters.add(each);
    }
    object.put("parameters", parameters);
    object.put("example", described.example().yaml());
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(object) + "\n";
  }
}
