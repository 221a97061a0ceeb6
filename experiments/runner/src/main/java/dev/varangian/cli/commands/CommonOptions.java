package dev.varangian.cli.commands;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.spi.data.DataDirectory;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The options that every command takes. */
@Parameters(separators = "=")
final class CommonOptions {
  @Parameter(
      names = "--plugins",
      placeholder = "PATH",
      splitter = NoSplitter.class,
      description =
          "Load plugins from a jar or a folder of jars; a sub-folder holds one plugin with its"
              + " libraries; repeatable (also $VARANGIAN_PLUGINS)")
  private List<String> plugins = new ArrayList<>();

  @Parameter(
      names = "--data",
      placeholder = "DIR",
      description =
          "Folder of the data sets (default: $VARANGIAN_DATA, else varangian in the user's"
              + " cache folder)")
  private @Nullable String data;

  // Read before the options are parsed; declared to be listed with them.
  @SuppressWarnings("UnusedVariable")
  @Parameter(names = "--help", help = true, description = "Show this help")
  private boolean help;

  /**
   * A path that the user named by an option or as a word.
   *
   * @throws UserErrorException if it is blank, which an unset shell variable gives
   */
  static Path path(String what, String value) {
    if (value.isBlank()) {
      throw new UserErrorException(what + ": expected a path, but it is empty");
    }
    return Path.of(value);
  }

  /** The components there are; what could not be loaded is told on the way. */
  Catalogue catalogue(Console console) {
    Catalogue catalogue = Catalogue.discover(pluginPaths(console));
    catalogue.problems().forEach(console::note);
    return catalogue;
  }

  /** Where foreign plugins are looked for. */
  List<Path> pluginPaths(Console console) {
    List<Path> paths = new ArrayList<>();
    Path beside = console.home().resolve("bin").resolve("plugins");
    String[] files = beside.toFile().list();
    if (files != null && files.length > 0) {
      paths.add(beside);
    }
    Stream.of(console.environment().getOrDefault("VARANGIAN_PLUGINS", "").split(File.pathSeparator))
        .filter(place -> !place.isBlank())
        .map(Path::of)
        .forEach(paths::add);
    paths.addAll(namedPlugins());
    return paths;
  }

  /** Those that {@code --plugins} names. */
  List<Path> namedPlugins() {
    return plugins.stream().map(value -> path("--plugins", value)).toList();
  }

  DataDirectory dataDirectory(Console console) {
    Map<String, String> environment = console.environment();
    if (data != null) {
      return new DataDirectory(path("--data", data));
    }
    String named = environment.get("VARANGIAN_DATA");
    if (named != null && !named.isBlank()) {
      return new DataDirectory(Path.of(named));
    }
    String cache = environment.get("XDG_CACHE_HOME");
    Path folder =
        cache != null && !cache.isBlank()
            ? Path.of(cache)
            : Path.of(System.getProperty("user.home"), ".cache");
    return new DataDirectory(folder.resolve("varangian"));
  }
}
