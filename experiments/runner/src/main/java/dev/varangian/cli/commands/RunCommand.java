package dev.varangian.cli.commands;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.Interruption;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.reading.ExperimentReader;
import dev.varangian.core.experiment.reading.Parsed;
import dev.varangian.core.experiment.yaml.Problem;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.record.Environment;
import dev.varangian.core.wiring.Preparation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** {@code varangian run}: makes the runs of experiments. */
@Parameters(separators = "=")
public final class RunCommand implements Command {
  @Parameter(description = "FILE…", splitter = NoSplitter.class)
  private List<String> words = new ArrayList<>();

  @ParametersDelegate private final RunOptions options = new RunOptions();

  @ParametersDelegate private final CommonOptions common = new CommonOptions();

  @Override
  public String summary() {
    return "Run an experiment or a sweep and write a report";
  }

  @Override
  public String usage() {
    return "FILE…";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "varangian run experiments/quickstart.yaml",
        "varangian run experiments/quickstart.yaml --set rounds=50 --set seed=2 --out results/short");
  }

  @Override
  public List<String> words() {
    return words;
  }

  @Override
  public void run(Console console) throws IOException {
    checkOptions();
    Catalogue catalogue = common.catalogue(console);
    List<Experiment> experiments = read(catalogue);
    Environment environment = Environment.current(catalogue.plugins());
    Preparation preparation = new Preparation(common.dataDirectory(console));
    List<ExperimentRunner> runners = new CopyOnWriteArrayList<>();
    Runnable onInterrupt =
        () -> {
          runners.forEach(ExperimentRunner::close);
          console.note(
              "interrupted; to resume with the finished runs kept: "
                  + console.commandLine(argument -> !argument.equals("--fresh")));
        };
    try (Interruption interruption = new Interruption(onInterrupt);
        ThreadTeam workers = new ThreadTeam(options.threads())) {
      for (Experiment experiment : experiments) {
        Path folder = options.out().orElse(Path.of("results", experiment.name()));
        runners.add(
            new ExperimentRunner(
                experiment,
                folder,
                preparation,
                workers,
                processes -> common.pool(console, processes, options),
                console,
                options.quiet()));
      }
      if (!options.fresh()) {
        runners.forEach(runner -> runner.requireSamePlugins(environment));
      }
      prepare(runners, new Patience(preparation.calls(), options.limit()));
      for (ExperimentRunner runner : runners) {
        runner.run(environment, options.fresh());
        runner.report();
      }
      runners.forEach(ExperimentRunner::refuseFailures);
    } finally {
      runners.forEach(ExperimentRunner::close);
    }
  }

  private void checkOptions() {
    if (words.isEmpty()) {
      throw new UserErrorException(
          "expected an experiment file, for example varangian run experiments/quickstart.yaml");
    }
    if (options.out().isPresent() && words.size() > 1) {
      throw new UserErrorException(
          "--out names one results folder, but there are " + words.size() + " experiment files");
    }
    options.check();
  }

  private List<Experiment> read(Catalogue catalogue) {
    ExperimentReader reader = new ExperimentReader(catalogue);
    List<Experiment> experiments = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String word : words) {
      Parsed parsed = reader.read(CommonOptions.path("run", word), options.settings());
      problems.addAll(parsed.problems());
      parsed.experiment().ifPresent(experiments::add);
    }
    refuse(problems);
    refuseEqualNames(experiments);
    return experiments;
  }

  private static void refuseEqualNames(List<Experiment> experiments) {
    Set<String> names = new LinkedHashSet<>();
    for (Experiment experiment : experiments) {
      if (!names.add(experiment.name())) {
        throw new UserErrorException(
            "two of the experiments are called "
                + experiment.name()
                + ", so their results would lie in one folder: run them apart, with --out");
      }
    }
  }

  private static void prepare(List<ExperimentRunner> runners, Patience patience) {
    Set<Problem> problems = new LinkedHashSet<>();
    runners.forEach(runner -> runner.check(problems::add, patience));
    refuse(problems);
  }

  private static void refuse(Iterable<Problem> problems) {
    List<String> lines = new ArrayList<>();
    problems.forEach(problem -> lines.add(problem.toString()));
    if (!lines.isEmpty()) {
      throw new UserErrorException(lines);
    }
  }
}
