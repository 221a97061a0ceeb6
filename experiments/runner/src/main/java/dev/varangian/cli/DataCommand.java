package dev.varangian.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.Nearest;
import dev.varangian.core.data.DataFile;
import dev.varangian.core.data.DatasetFiles;
import dev.varangian.core.data.Fetch;
import dev.varangian.core.data.Import;
import dev.varangian.core.data.Verification;
import dev.varangian.core.data.Verification.Finding;
import dev.varangian.spi.Component;
import dev.varangian.spi.ConfigurationException;
import dev.varangian.spi.DataDirectory;
import dev.varangian.spi.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code varangian data}: the files of data sets. */
final class DataCommand implements Command {
  private static final List<String> ACTIONS = List.of("list", "fetch", "import", "verify");

  @Parameter(description = "list|fetch NAME|import NAME|verify NAME", splitter = NoSplitter.class)
  private List<String> words = new ArrayList<>();

  @Parameter(
      names = "--from",
      placeholder = "DIR",
      splitter = NoSplitter.class,
      description = "The folder that import copies the files from, each plain or as .gz")
  private @Nullable String from;

  @ParametersDelegate private final CommonOptions common = new CommonOptions();

  @Override
  public String summary() {
    return "Tells where the files of data sets lie, fetches them from public mirrors (an"
        + " interrupted download goes on where it stopped), imports and verifies them by SHA-256";
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
  public List<String> words() {
    return words;
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
    DatasetFiles files = files(catalogue, words.get(1));
    Path folder = files.folder(data);
    switch (action) {
      case "fetch" -> fetch(files, folder, console);
      case "import" -> copy(files, folder, console);
      default -> verify(files, folder, console);
    }
  }

  private String action() {
    String action = words.isEmpty() ? "" : words.get(0);
    if (!ACTIONS.contains(action)) {
      throw new UserErrorException(
          (action.isEmpty()
                  ? "data takes what to do ("
                  : "data can't \""
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
              ? "data " + action + " takes one data set, as in varangian data " + action + " mnist"
              : "data list takes no more words, but got "
                  + String.join(" ", words.subList(1, words.size())));
    }
    if (action.equals("import") != (from != null)) {
      throw new UserErrorException(
          from == null
              ? "data import takes the files from a folder, as in varangian data import mnist"
                  + " --from ~/Downloads"
              : "--from goes with data import, not with data " + action);
    }
    return action;
  }

  private static DatasetFiles files(Catalogue catalogue, String name) {
    Component<?> dataset =
        catalogue
            .find(Kind.DATASET, name)
            .orElseThrow(() -> new UserErrorException(catalogue.unknown(Kind.DATASET, name)));
    return DatasetFiles.of(dataset)
        .orElseThrow(
            () ->
                new UserErrorException("the data set " + name + " declares no files to look for"));
  }

  private static void list(Catalogue catalogue, DataDirectory data, Console console) {
    List<List<String>> rows = new ArrayList<>();
    for (Component<?> dataset : catalogue.all(Kind.DATASET)) {
      Optional<DatasetFiles> files = DatasetFiles.of(dataset);
      rows.add(
          files
              .map(
                  declared -> {
                    Path folder = declared.folder(data);
                    return List.of(dataset.name(), state(declared, folder), folder.toString());
                  })
              .orElseGet(() -> List.of(dataset.name(), "declares no files")));
    }
    console.out().print(Columns.of(rows));
  }

  private static String state(DatasetFiles files, Path folder) {
    List<DataFile> missing = files.missing(folder);
    if (missing.isEmpty()) {
      return "complete";
    }
    return missing.size() == files.files().size()
        ? "missing"
        : "missing " + String.join(", ", missing.stream().map(DataFile::name).toList());
  }

  private static void fetch(DatasetFiles files, Path folder, Console console) {
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
    try {
      fetched = new Fetch(files, folder, new DownloadProgress(console)).all();
    } catch (ConfigurationException e) {
      throw new UserErrorException(
          "could not fetch "
              + name
              + ": "
              + e.getMessage()
              + " (without a network: "
              + byHand
              + ")");
    }
    console
        .out()
        .print(
            (fetched == 0
                    ? name + " is already there"
                    : fetched + (fetched == 1 ? " file" : " files") + " fetched")
                + unverified(Verification.of(files, folder))
                + ": "
                + folder
                + "\n");
  }

  private void copy(DatasetFiles files, Path folder, Console console) {
    Path source = Path.of(String.valueOf(from));
    if (!Files.isDirectory(source)) {
      throw new UserErrorException("--from: " + source + " is no folder");
    }
    List<String> problems = Import.of(files, source, folder);
    if (!problems.isEmpty()) {
      throw new UserErrorException(problems);
    }
    int count = files.files().size();
    console
        .out()
        .print(
            count
                + (count == 1 ? " file" : " files")
                + " imported"
                + unverified(Verification.of(files, folder))
                + ": "
                + folder
                + "\n");
  }

  private static String unverified(List<Finding> findings) {
    return findings.stream().allMatch(Finding::known)
        ? " and verified"
        : ", not verified (its checksums are not declared)";
  }

  private static void verify(DatasetFiles files, Path folder, Console console) {
    List<Finding> findings = Verification.of(files, folder);
    for (Finding finding : findings) {
      if (finding.problem().isEmpty()) {
        console
            .out()
            .print(
                finding.path().orElseThrow()
                    + (finding.known() ? ": right" : ": there; its checksum is not declared")
                    + "\n");
      }
    }
    List<String> problems =
        findings.stream().map(Finding::problem).flatMap(Optional::stream).toList();
    if (!problems.isEmpty()) {
      throw new UserErrorException(problems);
    }
  }
}
