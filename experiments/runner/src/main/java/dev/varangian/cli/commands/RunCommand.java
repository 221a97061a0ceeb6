package dev.varangian.cli.commands;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.reading.ExperimentReader;
import dev.varangian.core.experiment.reading.Parsed;
import dev.varangian.core.experiment.yaml.Problem;
import dev.varangian.core.grid.GridExecution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code varangian run}: executes experiments. */
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
        "varangian run experiments/quickstart.yaml --set rounds=50 --set seed=2 --out"
            + " results/short");
  }

  @Override
  public void run(Console console) {
    checkOptions();
    Catalogue catalogue = common.catalogue(console);
    List<Experiment> experiments = read(catalogue);
    try (GridSession session = new GridSession(console, common, options, catalogue)) {
      List<GridExecution> grids = new ArrayList<>();
      for (Experiment experiment : experiments) {
        Path folder = options.out().orElse(Path.of("results", experiment.name()));
        grids.add(session.executor().open(experiment, folder));
      }
      session.check(grids);
      for (GridExecution grid : grids) {
        session.run(grid);
        session.report(grid);
      }
      session.refuseFailures();
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
    GridSession.refuse(problems);
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
}
