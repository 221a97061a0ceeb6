package dev.varangian.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.DeclaredParameter;
import dev.varangian.core.catalogue.Parameters;
import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code varangian describe}: one component in full, from its declaration alone. */
final class DescribeCommand implements Command {
  @Parameter(description = "KIND NAME")
  private List<String> words = new ArrayList<>();

  @Parameter(names = "--json", description = "Prints a JSON object")
  private boolean json;

  @ParametersDelegate private final CommonOptions common = new CommonOptions();

  @Override
  public String summary() {
    return "Tells all about one component: what it does, its source, its parameters";
  }

  @Override
  public String usage() {
    return "KIND NAME";
  }

  @Override
  public List<String> examples() {
    return List.of("varangian describe filter cge", "varangian describe fault random --json");
  }

  @Override
  public List<String> words() {
    return words;
  }

  @Override
  public void run(Console console) throws IOException {
    if (words.size() != 2) {
      throw new UserErrorException("describe takes a kind and a name, as in describe filter cge");
    }
    Kind kind = ListCommand.kind(words.get(0));
    String name = words.get(1);
    Catalogue catalogue = common.catalogue(console);
    Component<?> component =
        catalogue
            .find(kind, name)
            .orElseThrow(() -> new UserErrorException(catalogue.unknown(kind, name)));
    console.out().print(json ? json(catalogue, component) : text(catalogue, component));
  }

  private static String text(Catalogue catalogue, Component<?> component) {
    StringBuilder text = new StringBuilder();
    text.append(component.kind()).append(' ').append(component.name());
    text.append(component.summary().isEmpty() ? "" : ": " + component.summary()).append(".\n");
    if (!component.source().isEmpty()) {
      text.append("Source: ").append(component.source()).append('\n');
    }
    text.append("Plugin: ").append(catalogue.pluginOf(component).name()).append('\n');
    Parameters parameters = catalogue.parameters(component);
    text.append(parameters.list().isEmpty() ? "No parameters.\n" : "\nParameters:\n");
    for (DeclaredParameter parameter : parameters.list()) {
      text.append("  ").append(parameter.name()).append(": ").append(parameter.meaning());
      text.append("\n      ").append(parameter.expected());
      text.append(parameter.unit().isEmpty() ? "" : ", in " + parameter.unit());
      text.append(
          parameter.byDefault().map(value -> "; default " + value).orElse("; must be given"));
      text.append('\n');
    }
    return text.append("\nIn an experiment:\n").append(example(component, parameters)).toString();
  }

  private static String example(Component<?> component, Parameters parameters) {
    String key = component.kind() == Kind.SCHEDULE ? "step-size" : component.kind().label();
    if (parameters.list().isEmpty()) {
      return "  " + key + ": " + component.name() + "\n";
    }
    StringBuilder yaml =
        new StringBuilder("  ").append(key).append(": {name: ").append(component.name());
    for (DeclaredParameter parameter : parameters.list()) {
      yaml.append(", ").append(parameter.name()).append(": ");
      yaml.append(parameter.byDefault().orElse("…"));
    }
    return yaml.append("}\n").toString();
  }

  private static String json(Catalogue catalogue, Component<?> component) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("kind", component.kind().label());
    object.put("name", component.name());
    object.put("summary", component.summary());
    object.put("source", component.source());
    object.put("plugin", catalogue.pluginOf(component).name());
    List<Map<String, Object>> parameters = new ArrayList<>();
    for (DeclaredParameter parameter : catalogue.parameters(component).list()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("name", parameter.name());
      each.put("meaning", parameter.meaning());
      each.put("expected", parameter.expected());
      each.put("unit", parameter.unit());
      each.put("default", parameter.byDefault().orElse(null));
      parameters.add(each);
    }
    object.put("parameters", parameters);
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(object) + "\n";
  }
}
