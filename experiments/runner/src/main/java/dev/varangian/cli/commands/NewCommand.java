package dev.varangian.cli.commands;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.varangian.cli.starter.Checkout;
import dev.varangian.cli.starter.Installation;
import dev.varangian.cli.starter.Maven;
import dev.varangian.cli.starter.StarterName;
import dev.varangian.cli.starter.StarterProject;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.Interruption;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.file.IoReason;
import dev.varangian.spi.Kind;
import dev.varangian.spi.SpiVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code varangian new}: a plugin project to start from. */
@Parameters(separators = "=")
public final class NewCommand implements Command {
  @Parameter(description = "KIND NAME")
  private List<String> words = new ArrayList<>();

  @ParametersDelegate private final CommonOptions common = new CommonOptions();

  @Override
  public String summary() {
    return "Create a Maven project for a plugin";
  }

  @Override
  public String details() {
    return "Writes a working component to start from into the folder NAME. "
        + "Installs the plugin API and the conformance kit into the local "
        + "Maven repository if they are missing there or differ from this "
        + "build.";
  }

  @Override
  public String usage() {
    return "KIND NAME";
  }

  @Override
  public List<String> examples() {
    return List.of("varangian new filter my-filter", "varangian new fault my-fault");
  }

  @Override
  public void run(Console console) throws IOException {
    if (words.size() != 2) {
      throw new UserErrorException(
          "expected a kind and a name, for example varangian new filter my-filter");
    }
    Kind kind = ListCommand.kind(words.get(0));
    StarterName name = name(kind, words.get(1));
    checkFree(common.catalogue(console), kind, name.name());
    Path folder = Path.of(name.name());
    checkEmpty(folder);
    Checkout checkout =
        Checkout.around(console.home())
            .orElseThrow(
                () ->
                    new UserErrorException(
                        "new takes the SPI from a checkout of Varangian, and there is none around "
                            + console.home()));
    Maven maven =
        Maven.find(console.environment())
            .orElseThrow(
                () ->
                    new UserErrorException(
                        "plugins are built by Maven (3.8.6 or later), but there is no mvn on the"
                            + " PATH"));
    Map<String, String> versions = new LinkedHashMap<>(checkout.versions());
    versions.put("spi", SpiVersion.CURRENT.toString());
    StarterProject project = StarterProject.of(kind, name, versions);
    boolean existed = Files.exists(folder);
    boolean done = false;
    try (Interruption interruption = new Interruption(() -> giveUp(folder, existed))) {
      install(new Installation(checkout, versions, maven), folder).ifPresent(console::note);
      project.write(folder);
      done = true;
    } catch (Maven.Failure e) {
      throw new UserErrorException(
          "Maven cannot install the plugin API into the local repository: " + e.getMessage());
    } catch (IOException e) {
      throw new UserErrorException("cannot write " + folder + ": " + IoReason.of(e));
    } finally {
      if (!done) {
        delete(folder, existed);
      }
    }
    console.note("wrote " + folder + " (" + project.files().size() + " files); next:");
    console.out().print(next(console, name.name()));
  }

  private static StarterName name(Kind kind, String word) {
    return StarterName.of(kind, word)
        .orElseThrow(
            () ->
                new UserErrorException(
                    "a "
                        + kind
                        + " cannot be named \""
                        + word
                        + "\": expected at most 60 letters from a to z and digits, in words joined"
                        + " by hyphens, as in my-"
                        + kind
                        + StarterName.like(word)
                            .map(like -> " (nearest: " + like + ")")
                            .orElse("")));
  }

  private static void checkFree(Catalogue catalogue, Kind kind, String name) {
    catalogue
        .find(kind, name)
        .ifPresent(
            component -> {
              throw new UserErrorException(
                  "there is a "
                      + kind
                      + " "
                      + name
                      + " already, of "
                      + catalogue.pluginOf(component).name()
                      + ": expected another name");
            });
  }

  private static void checkEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new UserErrorException(folder + " is a file; expected a folder that does not exist");
    }
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw new UserErrorException(
            "the folder " + folder + " exists and is not empty; choose another name");
      }
    }
  }

  /** In the project's folder, where the same settings of Maven count as in its build. */
  private static Optional<String> install(Installation installation, Path folder)
      throws IOException, Maven.Failure {
    Path scratch = Files.createDirectories(folder.resolve("target"));
    try {
      return installation.complete(scratch);
    } finally {
      delete(scratch, false);
    }
  }

  /** Leaves nothing of a project half made, and no Maven at work on it. */
  private static void giveUp(Path folder, boolean existed) {
    List<ProcessHandle> started = ProcessHandle.current().descendants().toList();
    started.forEach(ProcessHandle::destroyForcibly);
    started.forEach(process -> process.onExit().join());
    try {
      delete(folder, existed);
    } catch (IOException | UncheckedIOException e) {
      // Where the thread that was at work has deleted it by now.
    }
  }

  private static void delete(Path folder, boolean keepItself) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> inside;
    try (Stream<Path> walk = Files.walk(folder)) {
      inside = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : inside) {
      if (!(keepItself && path.equals(folder))) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static String next(Console console, String name) {
    return String.format(
        "mvn -q -f %s package\n%s run %s/experiment.yaml --plugins %s/target/%s.jar\n",
        name,
        console.environment().getOrDefault("VARANGIAN_LAUNCHER", "varangian"),
        name,
        name,
        name);
  }
}
