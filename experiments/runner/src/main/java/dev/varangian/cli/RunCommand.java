package dev.varangian.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.ExperimentReader;
import dev.varangian.core.experiment.Parsed;
import dev.varangian.core.experiment.Problem;
import dev.varangian.core.record.Environment;
import dev.varangian.core.simulation.Preparation;
import dev.varangian.core.simulation.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** {@code varangian run}: makes the runs of experiments. */
final class RunCommand implements Command {
  private static final int MOST_THREADS = 1024;

  @Parameter(description = "FILE…", splitter = NoSplitter.class)
  private List<String> words = new ArrayList<>();

  @Parameter(
      names = "--set",
      placeholder = "path=value",
      splitter = NoSplitter.class,
      description = "Replaces a value of the experiment, as in filter.normalise=sum; repeatable")
  private List<String> settings = new ArrayList<>();

  @Parameter(
      names = "--out",
      placeholder = "DIR",
      description = "Where the results go (default: results/<name of the experiment>)")
  private @Nullable String out;

  @Parameter(
      names = "--threads",
      placeholder = "N",
      description = "How many threads to use (default: all processors); changes no number")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Parameter(names = "--fresh", description = "Makes finished runs again")
  private boolean fresh;

  @Parameter(names = "--quiet", description = "Shows no progress")
  private boolean quiet;

  @Parameter(
      names = "--slow",
      description = "Goes on without fused multiply-adds in hardware, thousands of times slower")
  private boolean slow;

  @ParametersDelegate private final CommonOptions common = new CommonOptions();

  @Override
  public String summary() {
    return "Makes the runs of an experiment or a grid of them, and a report";
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
              "interrupted; this keeps the finished runs and makes the rest: "
                  + console.commandLine(argument -> !argument.equals("--fresh")));
        };
    try (Interruption interruption = new Interruption(onInterrupt);
        Workers workers = new Workers(threads)) {
      for (Experiment experiment : experiments) {
        Path folder =
            out != null ? CommonOptions.path("--out", out) : Path.of("results", experiment.name());
        runners.add(new ExperimentRunner(experiment, folder, preparation, workers, console, quiet));
      }
      prepare(runners);
      for (ExperimentRunner runner : runners) {
        runner.run(environment, fresh);
      }
    } finally {
      runners.forEach(ExperimentRunner::close);
    }
  }

  private void checkOptions() {
    if (words.isEmpty()) {
      throw new UserErrorException(
          "run needs an experiment file, as in varangian run experiments/quickstart.yaml");
    }
    if (out != null && words.size() > 1) {
      throw new UserErrorException(
          "--out names one results folder, but there are " + words.size() + " experiment files");
    }
    if (threads < 1 || threads > MOST_THREADS) {
      throw new UserErrorException(
          "--threads takes a number from 1 to " + MOST_THREADS + ", not " + threads);
    }
    if (!slow && !Machine.fusedMultiplyAdd()) {
      throw new UserErrorException(
          "this JVM has no fused multiply-adds in hardware, so training would take thousands of"
              + " times longer; --slow goes on all the same");
    }
  }

  private List<Experiment> read(Catalogue catalogue) {
    ExperimentReader reader = new ExperimentReader(catalogue);
    List<Experiment> experiments = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String word : words) {
      Parsed parsed = reader.read(CommonOptions.path("run", word), settings);
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

  private static void prepare(List<ExperimentRunner> runners) {
    Set<Problem> problems = new LinkedHashSet<>();
    runners.forEach(runner -> runner.check(problems::add));
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
