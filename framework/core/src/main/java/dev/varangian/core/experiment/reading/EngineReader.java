package dev.varangian.core.experiment.reading;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.yaml.Node;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.experiment.yaml.Problem;
import dev.varangian.core.experiment.yaml.Problems;
import dev.varangian.spi.Kind;
import dev.varangian.spi.run.Engine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads which engine executes the runs. It is no key of an experiment: its parameters are settings
 * {@code engine.key=value} of the command line.
 */
public final class EngineReader {
  private static final String PREFIX = "engine.";

  private EngineReader() {}

  /** Whether a setting is a parameter of the engine, and none of the experiment. */
  public static boolean isParameter(String setting) {
    return setting.stripLeading().startsWith(PREFIX);
  }

  /**
   * An engine and its parameters.
   *
   * @param engine empty if and only if there are problems
   */
  public record Read(Optional<Choice<Engine>> engine, List<Problem> problems) {}

  /**
   * The engine of this name.
   *
   * @param settings of which those with {@link #isParameter} are used
   */
  public static Read read(Catalogue catalogue, String name, List<String> settings) {
    Problems problems = new Problems();
    Origin origin = new Origin("--engine", 0, "");
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    entries.put("name", new Node.Entry(origin, new Node.Scalar(origin, name, true)));
    for (String text : settings) {
      if (isParameter(text)) {
        Setting.parse(text, problems)
            .ifPresent(
                setting ->
                    entries.put(
                        setting.path().substring(PREFIX.length()),
                        new Node.Entry(setting.origin(), setting.value())));
      }
    }
    Optional<Choice<Engine>> engine =
        new ComponentReader(catalogue, problems)
            .read(Kind.ENGINE, Engine.class, new Node.Mapping(origin, entries));
    return new Read(problems.isEmpty() ? engine : Optional.empty(), problems.sorted());
  }
}
