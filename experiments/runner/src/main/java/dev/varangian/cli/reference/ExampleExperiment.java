package dev.varangian.cli.reference;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.parameter.DeclaredParameter;
import dev.varangian.core.catalogue.parameter.ParameterType;
import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.Key;
import dev.varangian.core.experiment.reading.ExperimentReader;
import dev.varangian.core.experiment.reading.Parsed;
import dev.varangian.core.experiment.yaml.Problem;
import dev.varangian.core.wiring.Preparation;
import dev.varangian.spi.Component;
import dev.varangian.spi.data.DataDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A small experiment with one component in its place, all of its parameters written out.
 *
 * @param yaml the file, every default filled in
 * @param problem why it doesn't run as it stands; empty if it does
 */
public record ExampleExperiment(String yaml, Optional<String> problem) {
  private static final Path FILE = Path.of("example.yaml");

  private static final String DIGITS = "{name: synthetic-digits, training: 1000, test: 200}";

  /** What a component may fit to, in the order in which it is tried. */
  private static final List<Surroundings> SURROUNDINGS =
      List.of(
          new Surroundings("softmax-regression", DIGITS, 10),
          new Surroundings("linear-regression", "least-squares", 10),
          new Surroundings("softmax-regression", DIGITS, 40));

  private record Surroundings(String model, String dataset, int agents) {}

  /**
   * The first experiment that the component fits, else the first with the reason why it doesn't.
   *
   * @param data the folder of data sets
   */
  public static ExampleExperiment of(
      Catalogue catalogue, Component<?> component, DataDirectory data) {
    List<ExampleExperiment> tried = new ArrayList<>();
    for (Surroundings surroundings : SURROUNDINGS) {
      ExampleExperiment example =
          checked(catalogue, draft(catalogue, component, surroundings), data);
      if (example.problem().isEmpty()) {
        return example;
      }
      tried.add(example);
    }
    return tried.get(0);
  }

  private static String draft(
      Catalogue catalogue, Component<?> component, Surroundings surroundings) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("name", component.name() + "-example");
    lines.put("model", surroundings.model());
    lines.put("dataset", surroundings.dataset());
    lines.put("agents", Integer.toString(surroundings.agents()));
    lines.put("faulty", "1");
    lines.put("fault", "gradient-reverse");
    lines.put("batch-size", "16");
    lines.put("rounds", "20");
    lines.put("step-size", "0.1");
    lines.put("filter", "cge");
    lines.put("evaluate-every", "10");
    Key.ofKind(component.kind())
        .ifPresent(key -> lines.put(key.label(), value(catalogue, component, key)));
    return lines.entrySet().stream()
        .map(line -> line.getKey() + ": " + line.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static String value(Catalogue catalogue, Component<?> component, Key key) {
    String value =
        catalogue.parameters(component).list().stream()
            .map(parameter -> ", " + parameter.name() + ": " + written(parameter))
            .collect(Collectors.joining("", "{name: " + component.name(), "}"));
    return key.listOf().isPresent() ? "[" + value + "]" : value;
  }

  private static String written(DeclaredParameter parameter) {
    String value = ExampleValue.of(parameter);
    return parameter.type() == ParameterType.STRING
        ? '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : value;
  }

  private static ExampleExperiment checked(Catalogue catalogue, String draft, DataDirectory data) {
    Parsed parsed = new ExperimentReader(catalogue).read(draft, FILE, List.of());
    if (parsed.experiment().isEmpty()) {
      return new ExampleExperiment(draft, Optional.of(parsed.problems().get(0).message()));
    }
    Experiment experiment = parsed.experiment().get();
    List<Problem> problems;
    try {
      problems = new Preparation(data).prepare(experiment.runs().get(0).spec()).problems();
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      // Whatever a stranger's class may do when it is made.
      return new ExampleExperiment(experiment.yaml(), Optional.of(String.valueOf(e.getMessage())));
    }
    return new ExampleExperiment(
        experiment.yaml(), problems.stream().findFirst().map(Problem::message));
  }
}
