package dev.varangian.cli.commands;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.varangian.cli.terminal.Columns;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.DownloadProgress;
import dev.varangian.cli.terminal.Interruption;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.parameter.Nearest;
import dev.varangian.core.data.DatasetFiles;
import dev.varangian.core.data.Fetch;
import dev.varangian.core.data.FetchFailedException;
import dev.varangian.core.data.Finding;
import dev.varangian.core.data.Import;
import dev.varangian.core.data.Verification;
import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.data.DataFile;
import dev.varangian.spi.data.DataFolder;
import dev.varangian.spi.data.Dataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code varangian data}: the files of data sets. */
@Parameters(separators = "=")
public final class DataCommand implements Command {
  private static final List<String> ACTIONS = List.of("list", "fetch", "import", "verify");

  @Parameter(description = "list|fetch NAME|import NAME|verify NAME", splitter = NoSplitter.class)
  private List<String> words = new ArrayList<>();

  @Parameter(
      names = "--from",
      placeholder = "DIR",
      splitter = NoSplitter.class,
      description = "Folder to import the files from, each plain or as .gz")
  private @Nullable String from;

  @ParametersDelegate private final CommonOptions common = new CommonOptions();

  @Override
  public String summary() {
    return "List, fetch, import or verify the files of data sets";
  }

  @Override
  public String details() {
    return "Files are fetched from public mirrors and verified by SHA-256; "
        + "an interrupted download resumes where it stopped.";
  }

  @Override
  public String usage() {
    return "list|fetch NAME|import NAME --from DIR|verify NAME";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "varangian data list",
        "varangian data fetch mnist",
        "varangian data import mnist --from ~/Downloads",
        "varangian data verify mnist");
  }

  @Override
  public void run(Console console) {
    String action = action();
    Catalogue catalogue = common.catalogue(console);
    DataDirectory data = common.dataDirectory(console);
    if (action.equals("list")) {
      list(catalogue, data, console);
      return;
    }
    Component<Dataset> dataset = dataset(catalogue, words.get(1));
    DatasetFiles files = files(dataset);
    switch (action) {
      case "fetch" -> fetch(files, files.in(data), console);
      case "import" -> copy(files, files.in(data), console);
      default -> verify(new DefaultDataset(catalogue, dataset), files.in(data), data, console);
    }
  }

  private String action() {
    String action = words.isEmpty() ? "" : words.get(0);
    if (!ACTIONS.contains(action)) {
      throw new UserErrorException(
          (action.isEmpty()
                  ? "expected an action ("
                  : "data has no action \""
                      + action
                      + "\" ("
                      + Nearest.to(action, ACTIONS)
                          .map(near -> "nearest: " + near + "; ")
                          .orElse(""))
              + "all: "
              + String.join(", ", ACTIONS)
              + ")");
    }
    boolean named = !action.equals("list");
    if (words.size() != (named ? 2 : 1)) {
      throw new UserErrorException(
          named
              ? "data "
                  + action
                  + " expects one data set, for example varangian data "
                  + action
                  + " mnist"
              : "data list takes no arguments, but was given "
                  + String.join(" ", words.subList(1, words.size())));
    }
    if (action.equals("import") != (from != null)) {
      throw new UserErrorException(
          from == null
              ? "data import needs the folder of the files, for example varangian data import mnist"
                  + " --from ~/Downloads"
              : "--from goes with data import, not with data " + action);
    }
    return action;
  }

  private static Component<Dataset> dataset(Catalogue catalogue, String name) {
    return catalogue
        .find(Kind.DATASET, Dataset.class, name)
        .orElseThrow(() -> new UserErrorException(catalogue.unknown(Kind.DATASET, name)));
  }

  private static DatasetFiles files(Component<Dataset> dataset) {
    return DatasetFiles.of(dataset)
        .orElseThrow(
            () -> new UserErrorException("the data set " + dataset.name() + " declares no files"));
  }

  private static void list(Catalogue catalogue, DataDirectory data, Console console) {
    List<List<String>> rows = new ArrayList<>();
    for (Component<?> dataset : catalogue.all(Kind.DATASET)) {
      Optional<DatasetFiles> files = DatasetFiles.of(dataset);
      rows.add(
          files
              .map(
                  declared -> {
                    DataFolder folder = declared.in(data);
                    return List.of(dataset.name(), state(folder), folder.path().toString());
                  })
              .orElseGet(() -> List.of(dataset.name(), "declares no files")));
    }
    console.out().print(Columns.of(rows));
  }

  private static String state(DataFolder folder) {
    List<DataFile> missing = folder.missing();
    if (missing.isEmpty()) {
      return "complete";
    }
    return missing.size() == folder.files().size() ? "missing" : "missing " + names(missing);
  }

  private static String names(List<DataFile> files) {
    return String.join(", ", files.stream().map(DataFile::name).toList());
  }

  private static void fetch(DatasetFiles files, DataFolder folder, Console console) {
    String name = files.dataset();
    String byHand =
        (files.origin().isEmpty() ? "" : "get the files from " + files.origin() + ", then ")
            + "varangian data import "
            + name
            + " --from DIR";
    if (files.mirrors().isEmpty()) {
      throw new UserErrorException(name + " has no mirror to fetch from: " + byHand);
    }
    int fetched;
    try (Interruption interruption =
        new Interruption(
            () ->
                console.note("interrupted; to resume: " + console.commandLine(argument -> true)))) {
      fetched = new Fetch(files, folder.path(), new DownloadProgress(console)).all();
    } catch (FetchFailedException e) {
      throw new UserErrorException(
          "could not fetch "
              + name
              + ": "
              + e.getMessage()
              + (e.unreachable() ? " (without a network: " + byHand + ")" : ""));
    } catch (ConfigurationException e) {
      throw new UserErrorException("could not fetch " + name + ": " + e.getMessage());
    }
    console
        .out()
        .print(
            (fetched == 0 ? name + " is already there" : count(fetched) + " fetched")
                + verified(Verification.of(folder))
                + ": "
                + folder.path()
                + "\n");
  }

  private void copy(DatasetFiles files, DataFolder folder, Console console) {
    Path source = CommonOptions.path("--from", String.valueOf(from));
    if (!Files.isDirectory(source)) {
      throw new UserErrorException("--from: " + source + " is not a folder");
    }
    List<Finding> findings = Import.of(files.at(source), folder.path());
    refuse(findings, finding -> finding.state() == Finding.State.WRONG);
    List<DataFile> different =
        findings.stream()
            .filter(finding -> finding.state() == Finding.State.DIFFERENT)
            .map(Finding::file)
            .toList();
    if (!different.isEmpty()) {
      console.note(
          "note: "
              + (different.size() == 1
                  ? "differs from the published file: "
                  : "differ from the published files: ")
              + names(different)
              + "; imported, since their structure is valid");
    }
    console
        .out()
        .print(
            count(findings.size())
                + " imported"
                + verified(findings)
                + ": "
                + folder.path()
                + "\n");
  }

  private static String count(int files) {
    return files + (files == 1 ? " file" : " files");
  }

  private static String verified(List<Finding> findings) {
    List<Finding.State> states = findings.stream().map(Finding::state).toList();
    if (states.contains(Finding.State.DIFFERENT)) {
      return ", other than the published ones";
    }
    return states.contains(Finding.State.UNKNOWN)
        ? ", not verified (its checksums are not declared)"
        : " and verified";
  }

  private static void verify(
      DefaultDataset dataset, DataFolder folder, DataDirectory data, Console console) {
    List<Finding> findings = Verification.of(folder);
    boolean accepted = findings.stream().allMatch(Finding::accepted);
    boolean unknown = findings.stream().anyMatch(f -> f.state() == Finding.State.UNKNOWN);
    if (accepted && unknown && dataset.exists()) {
      // Where no checksum speaks for the content, it must at least be readable.
      dataset.open(data);
    }
    findings.stream()
        .filter(Finding::accepted)
        .forEach(finding -> console.out().print(finding.line() + "\n"));
    refuse(findings, finding -> !finding.accepted());
  }

  private static void refuse(List<Finding> findings, Predicate<Finding> refused) {
    List<String> lines = findings.stream().filter(refused).map(Finding::line).toList();
    if (!lines.isEmpty()) {
      throw new UserErrorException(lines);
    }
  }
}
