package dev.varangian.cli.commands;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.varangian.cli.terminal.Columns;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.conformance.ComponentCheck;
import dev.varangian.conformance.Conformance;
import dev.varangian.conformance.Outcome;
import dev.varangian.conformance.Result;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.plugin.LoadedPlugin;
import dev.varangian.spi.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code varangian check-plugin}: the conformance kit over the components of a jar. */
@Parameters(separators = "=")
public final class CheckPluginCommand implements Command {
  @Parameter(description = "JAR", splitter = NoSplitter.class)
  private List<String> words = new ArrayList<>();

  @Parameter(names = "--json", description = "Print an array of JSON objects")
  private boolean json;

  @ParametersDelegate private final CommonOptions common = new CommonOptions();

  @Override
  public String summary() {
    return "Run the conformance kit over a plugin jar";
  }

  @Override
  public String details() {
    return "JAR may be a folder of jars. A check that does not end within "
        + "two minutes is stopped.";
  }

  @Override
  public String usage() {
    return "JAR";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "varangian check-plugin target/my-filter.jar",
        "varangian check-plugin target/my-filter.jar --json");
  }

  @Override
  public void run(Console console) throws IOException {
    if (words.size() != 1) {
      throw new UserErrorException(
          "expected one jar, for example varangian check-plugin target/my-filter.jar");
    }
    Path jar = CommonOptions.path("JAR", words.get(0));
    List<Path> places = new ArrayList<>(List.of(jar));
    places.addAll(common.namedPlugins());
    Catalogue catalogue = Catalogue.discover(places);
    List<Component<?>> components = components(catalogue, jar);
    if (components.isEmpty()) {
      throw new UserErrorException(
          catalogue.problems().isEmpty()
              ? List.of(jar + ": its plugin declares no components")
              : catalogue.problems());
    }
    catalogue.problems().forEach(console::note);
    List<ComponentCheck> trials =
        Conformance.of(catalogue, components).reading(common.dataDirectory(console)).trials();
    List<Result> results = json ? run(trials) : table(trials, console);
    if (json) {
      console.out().print(json(results));
    }
    long failed = results.stream().filter(Result::failed).count();
    if (failed > 0) {
      throw new UserErrorException(
          jar + ": " + failed + " of " + results.size() + " checks failed");
    }
    if (!catalogue.problems().isEmpty()) {
      throw new UserErrorException(jar + ": all checks passed, but some components cannot be used");
    }
    long passed =
        results.stream().filter(result -> result.outcome() instanceof Outcome.Passed).count();
    console.note(
        jar + ": " + passed + " checks passed, " + (results.size() - passed) + " not applicable");
  }

  /** What the catalogue took of the jar, or of those in the folder. */
  private static List<Component<?>> components(Catalogue catalogue, Path place) throws IOException {
    List<Component<?>> components = new ArrayList<>();
    if (!place.toFile().exists()) {
      return components;
    }
    Path real = place.toRealPath();
    for (LoadedPlugin plugin : catalogue.plugins()) {
      if (!plugin.path().isEmpty() && Path.of(plugin.path()).toRealPath().startsWith(real)) {
        components.addAll(plugin.components());
      }
    }
    return components;
  }

  private static List<Result> run(List<ComponentCheck> trials) {
    return trials.stream().map(ComponentCheck::run).toList();
  }

  /** Prints each row when it is there: a plugin takes some seconds. */
  private static List<Result> table(List<ComponentCheck> trials, Console console) {
    int components = width(trials.stream().map(CheckPluginCommand::component).toList());
    int checks = width(trials.stream().map(ComponentCheck::check).toList());
    List<Result> results = new ArrayList<>();
    for (ComponentCheck trial : trials) {
      Result result = trial.run();
      results.add(result);
      console
          .out()
          .print(
              Columns.padded(component(trial), components)
                  + Columns.padded(trial.check(), checks)
                  + text(result.outcome())
                  + "\n");
    }
    return results;
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String component(ComponentCheck trial) {
    return trial.component().kind() + " " + trial.component().name();
  }

  private static String text(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return "FAILED: " + failed.seen() + "; expected " + failed.expected();
    }
    return outcome instanceof Outcome.NotApplicable not
        ? "not applicable: " + not.reason()
        : "passed";
  }

  private static String json(List<Result> results) throws IOException {
    List<Map<String, String>> objects = new ArrayList<>();
    for (Result result : results) {
      Map<String, String> object = new LinkedHashMap<>();
      object.put("kind", result.kind().label());
      object.put("name", result.component());
      object.put("check", result.check());
      if (result.outcome() instanceof Outcome.Failed failed) {
        object.put("outcome", "failed");
        object.put("seen", failed.seen());
        object.put("expected", failed.expected());
      } else if (result.outcome() instanceof Outcome.NotApplicable not) {
        object.put("outcome", "not applicable");
        object.put("reason", not.reason());
      } else {
        object.put("outcome", "passed");
      }
      objects.add(object);
    }
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(objects) + "\n";
  }
}
