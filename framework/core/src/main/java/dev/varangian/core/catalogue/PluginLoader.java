package dev.varangian.core.catalogue;

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Loads plugins through {@link ServiceLoader}: built-in ones from the host's class path, foreign
 * ones each from a jar of their own. What can't be loaded becomes one line, and the rest goes on.
 */
final class PluginLoader {
  /** A service file that can't be read gives an error at every step; this ends it. */
  private static final int MOST_FAILURES = 16;

  private final List<String> problems = new ArrayList<>();

  /** What could not be loaded and why, one line each. */
  List<String> problems() {
    return problems;
  }

  /** The plugins on the class path of {@code host}, in its order. */
  List<LoadedPlugin> builtIn(ClassLoader host) {
    return load(host, "the class path", type -> true);
  }

  /**
   * The plugins in jars and folders of jars.
   *
   * @param paths each a jar, or a folder whose jars are taken in the order of their names
   * @param host the parent of each jar's class loader
   */
  List<LoadedPlugin> foreign(List<Path> paths, ClassLoader host) {
    Map<Path, Path> jars = new LinkedHashMap<>();
    for (Path path : paths) {
      for (Path jar : jars(path)) {
        jars.putIfAbsent(jar.toAbsolutePath().normalize(), jar);
      }
    }
    return jars.values().stream().flatMap(jar -> foreign(jar, host).stream()).toList();
  }

  private List<Path> jars(Path path) {
    if (!Files.isDirectory(path)) {
      if (Files.exists(path)) {
        return List.of(path);
      }
      problems.add(path + ": there is no such plugin jar or folder");
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      if (jars.isEmpty()) {
        problems.add(path + ": there is no jar in this folder");
      }
      return jars;
    } catch (IOException e) {
      problems.add(path + ": the folder can't be read");
      return List.of();
    }
  }

  private List<LoadedPlugin> foreign(Path jar, ClassLoader host) {
    try (JarFile opened = new JarFile(jar.toFile())) {
      if (opened.getEntry("META-INF/services/" + Plugin.class.getName()) == null) {
        problems.add(
            jar
                + ": there is no plugin in it (no META-INF/services/"
                + Plugin.class.getName()
                + ")");
        return List.of();
      }
    } catch (IOException e) {
      problems.add(jar + ": it is no jar, or can't be read");
      return List.of();
    }
    // Stays open as long as the plugin's classes may be loaded, which is to the end.
    ClassLoader loader = new URLClassLoader(new URL[] {url(jar)}, host);
    int before = problems.size();
    List<LoadedPlugin> plugins =
        load(loader, jar.toString(), type -> type.getClassLoader() == loader);
    if (plugins.isEmpty() && problems.size() == before) {
      problems.add(jar + ": its plugin is there already, on the class path");
    }
    return plugins;
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<LoadedPlugin> load(
      ClassLoader loader, String place, Predicate<Class<? extends Plugin>> wanted) {
    List<LoadedPlugin> plugins = new ArrayList<>();
    Iterator<ServiceLoader.Provider<Plugin>> providers =
        ServiceLoader.load(Plugin.class, loader).stream().iterator();
    for (int failures = 0; failures < MOST_FAILURES; ) {
      try {
        if (!providers.hasNext()) {
          break;
        }
        ServiceLoader.Provider<Plugin> provider = providers.next();
        if (wanted.test(provider.type())) {
          plugins.add(loaded(provider.get()));
        }
      } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
        problems.add(place + ": a plugin can't be loaded: " + reason(e));
        failures++;
      }
    }
    return plugins;
  }

  /** Takes over what an object declares, wherever its class came from. */
  static LoadedPlugin loaded(Plugin plugin) {
    List<Component<?>> components = plugin.components();
    components.forEach(Objects::requireNonNull);
    Class<?> type = plugin.getClass();
    Optional<Path> place = place(type);
    Optional<Path> jar = place.filter(Files::isRegularFile);
    Package declared = type.getPackage();
    String title = declared.getImplementationTitle();
    String version = declared.getImplementationVersion();
    return new LoadedPlugin(
        title != null ? title : jar.map(PluginLoader::stem).orElse(type.getSimpleName()),
        version != null ? version : "",
        place.map(Path::toString).orElse(""),
        jar.map(Sha256::of).orElse(""),
        components);
  }

  private static Optional<Path> place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String stem(Path jar) {
    String name = String.valueOf(jar.getFileName());
    return name.endsWith(".jar") ? name.substring(0, name.length() - ".jar".length()) : name;
  }

  /** The innermost cause, on one line. */
  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String name = cause.getClass().getSimpleName();
    String message = cause.getMessage();
    return message == null ? name : name + ": " + message.lines().findFirst().orElse("");
  }
}
