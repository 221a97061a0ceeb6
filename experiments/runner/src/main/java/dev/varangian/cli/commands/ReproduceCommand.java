package dev.varangian.cli.commands;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.varangian.cli.figure.ClaimCheck;
import dev.varangian.cli.figure.FigureFiles;
import dev.varangian.cli.figure.Finding;
import dev.varangian.cli.terminal.Columns;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.parameter.Nearest;
import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.figure.Figure;
import dev.varangian.core.experiment.figure.FigureReader;
import dev.varangian.core.experiment.reading.CombinedGrid;
import dev.varangian.core.experiment.yaml.Problem;
import dev.varangian.core.grid.GridExecution;
import dev.varangian.core.wiring.Preparation;
import dev.varangian.spi.context.ConfigurationException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code varangian reproduce}: the figures of the CGE paper, and what it claims of them. */
@Parameters(separators = "=")
public final class ReproduceCommand implements Command {
  private static final String ALL = "all";

  /** How much is run. */
  enum Scale {
    /** One seed and few rounds. */
    QUICK,
    /** As the figure's file says. */
    PAPER
  }

  @Parameter(description = "FIGURE…", splitter = NoSplitter.class)
  private List<String> words = new ArrayList<>();

  @Parameter(
      names = "--scale",
      placeholder = "quick|paper",
      description = "quick for one seed and few rounds, paper for all (default: quick)")
  private String scale = "quick";

  @ParametersDelegate private final RunOptions options = new RunOptions();

  @ParametersDelegate private final CommonOptions common = new CommonOptions();

  @Override
  public String summary() {
    return "Reproduce figures of the CGE paper and check its claims";
  }

  @Override
  public String usage() {
    return "FIGURE…|all";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "varangian reproduce fig2 --set rounds=100", "varangian reproduce all --scale paper");
  }

  @Override
  public void run(Console console) throws IOException {
    options.check();
    Scale wanted = scale();
    Map<String, Path> files = files(console.home().resolve("paper"));
    Set<String> names = names(files.keySet());
    Catalogue catalogue = common.catalogue(console);
    Map<String, Figure> figures = read(catalogue, files, wanted);
    List<Figure> chosen = names.stream().map(figures::get).toList();
    String name = "paper-" + wanted.name().toLowerCase(Locale.ROOT);
    String yaml = yaml(name);
    Path folder = options.out().orElse(Path.of("results", name));
    try (GridSession session = new GridSession(console, common, options, catalogue)) {
      checkData(chosen, session.executor().preparation());
      GridExecution grid =
          session
              .executor()
              .open(union(name, yaml, chosen), union(name, yaml, figures.values()), folder);
      session.check(List.of(grid));
      session.run(grid);
      List<Finding> findings = findings(figures.values(), grid);
      FigureFiles.write(folder, figures.values(), findings);
      session.report(grid);
      console.out().print('\n' + claims(findings, names));
      session.refuseFailures();
    }
  }

  private Scale scale() {
    for (Scale each : Scale.values()) {
      if (each.name().equalsIgnoreCase(scale)) {
        return each;
      }
    }
    throw new UserErrorException("--scale: expected quick or paper, not \"" + scale + '"');
  }

  /** The figures there are, in the order of their numbers. */
  private static Map<String, Path> files(Path folder) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "fig*.yaml")) {
      files.forEach(found::add);
    } catch (IOException e) {
      throw new ConfigurationException("cannot read the figures in " + folder);
    }
    found.sort(Comparator.comparing(file -> file.getFileName().toString()));
    found.sort(Comparator.comparingInt(file -> file.getFileName().toString().length()));
    Map<String, Path> files = new LinkedHashMap<>();
    found.forEach(
        file -> files.put(file.getFileName().toString().replaceFirst("[.]yaml$", ""), file));
    return files;
  }

  private Set<String> names(Set<String> known) {
    if (words.isEmpty()) {
      throw new UserErrorException(
          "expected figures, for example varangian reproduce fig2, or all; figures: "
              + String.join(", ", known));
    }
    Set<String> names = new LinkedHashSet<>();
    for (String word : words) {
      if (word.equals(ALL)) {
        names.addAll(known);
      } else if (known.contains(word)) {
        names.add(word);
      } else {
        throw new UserErrorException(
            "there is no figure \""
                + word
                + "\" ("
                + Nearest.to(word, known).map(near -> "nearest: " + near + "; ").orElse("")
                + "all: "
                + String.join(", ", known)
                + ")");
      }
    }
    return names;
  }

  private Map<String, Figure> read(Catalogue catalogue, Map<String, Path> files, Scale wanted) {
    FigureReader reader = new FigureReader(catalogue);
    Map<String, Figure> figures = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    files.forEach(
        (name, file) -> {
          FigureReader.Read read = reader.read(file, wanted == Scale.QUICK, options.settings());
          problems.addAll(read.problems());
          read.figure().ifPresent(figure -> figures.put(name, figure));
        });
    GridSession.refuse(new LinkedHashSet<>(problems));
    return figures;
  }

  /** Says what data are missing, and which figures need none of them. */
  private static void checkData(List<Figure> figures, Preparation preparation) {
    Map<String, List<String>> needing = new LinkedHashMap<>();
    List<String> ready = new ArrayList<>();
    for (Figure figure : figures) {
      List<Problem> problems =
          preparation.prepare(figure.experiment().runs().get(0).spec()).problems();
      if (problems.isEmpty()) {
        ready.add(figure.name());
      } else {
        needing
            .computeIfAbsent(problems.get(0).message(), message -> new ArrayList<>())
            .add(figure.name());
      }
    }
    if (!needing.isEmpty()) {
      List<String> lines = new ArrayList<>();
      needing.forEach((problem, names) -> lines.add(String.join(", ", names) + ": " + problem));
      if (!ready.isEmpty()) {
        lines.add("figures that need no missing data: " + String.join(" ", ready));
      }
      throw new UserErrorException(lines);
    }
  }

  /** What tells one results folder from another. */
  private String yaml(String name) {
    StringBuilder yaml = new StringBuilder("name: " + name + "\nscale: " + scale + "\n");
    if (!options.settings().isEmpty()) {
      yaml.append("set:\n");
      options
          .settings()
          .forEach(
              setting -> yaml.append("  - '").append(setting.replace("'", "''")).append("'\n"));
    }
    return yaml.toString();
  }

  private static Experiment union(String name, String yaml, Iterable<Figure> figures) {
    List<Experiment> parts = new ArrayList<>();
    figures.forEach(
        figure -> {
          parts.add(figure.faultFree());
          parts.add(figure.experiment());
        });
    return CombinedGrid.of(name, yaml, parts);
  }

  private static List<Finding> findings(Iterable<Figure> figures, GridExecution grid) {
    List<Finding> findings = new ArrayList<>();
    figures.forEach(figure -> findings.addAll(new ClaimCheck(figure, grid::run).findings()));
    return findings;
  }

  /** The claims of the figures that were asked for, and what speaks against them. */
  private static String claims(List<Finding> findings, Set<String> names) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("figure", "claim", "measured", "verdict"));
    for (Finding finding : findings) {
      if (names.contains(finding.figure())) {
        table.add(
            List.of(
                finding.figure(), finding.claim().says(), finding.measured(), finding.verdict()));
        finding.against().forEach(against -> table.add(List.of("", "  not " + against)));
      }
    }
    return Columns.of(table);
  }
}
