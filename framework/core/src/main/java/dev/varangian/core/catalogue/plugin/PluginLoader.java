package dev.varangian.core.catalogue.plugin;

import dev.varangian.core.catalogue.parameter.DeclarationException;
import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import dev.varangian.spi.SpiVersion;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * Loads plugins: built-in ones from the host's class path, external ones each from a jar or a
 * folder of jars with a separate class loader. A plugin that cannot be loaded is reported in one
 * line; the others are still loaded.
 */
public final class PluginLoader {
  /** An unreadable service file causes an error at every step; this ends the iteration. */
  private static final int MOST_FAILURES = 16;

  private static final String DECLARING = "declaring its components";

  /** The time limit of steps that normally take milliseconds, for a busy machine. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Duration patience;
  private final List<Refusal> refusals = new ArrayList<>();
  private final Set<String> builtIn = new HashSet<>();

  /**
   * @param patience how long an external plugin may take to declare its components
   */
  public PluginLoader(Duration patience) {
    this.patience = patience;
  }

  /** Returns what could not be loaded and why. */
  public List<Refusal> refusals() {
    return refusals;
  }

  /** Returns the plugins on the class path of {@code host}, in its order. */
  public List<LoadedPlugin> builtIn(ClassLoader host) {
    List<LoadedPlugin> plugins = new ArrayList<>();
    Iterator<ServiceLoader.Provider<Plugin>> providers =
        ServiceLoader.load(Plugin.class, host).stream().iterator();
    for (int failures = 0; failures < MOST_FAILURES; ) {
      try {
        if (!providers.hasNext()) {
          break;
        }
        Plugin plugin = providers.next().get();
        plugins.add(loaded(plugin));
        builtIn.add(plugin.getClass().getName());
      } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        refusals.add(Refusal.of("the class path", LoadFailure.reason(cause, DECLARING)));
        failures++;
      }
    }
    return plugins;
  }

  /** Loads a plugin object that is on the class path. */
  public static LoadedPlugin loaded(Plugin plugin) {
    Class<?> type = plugin.getClass();
    Optional<Path> place = PluginOrigin.place(type);
    Optional<Path> jar = place.filter(Files::isRegularFile);
    String title = type.getPackage().getImplementationTitle();
    String version = type.getPackage().getImplementationVersion();
    return new LoadedPlugin(
        title != null ? title : jar.map(PluginOrigin::stem).orElse(type.getSimpleName()),
        version != null ? version : "",
        place.map(Path::toString).orElse(""),
        jar.map(Sha256::of).orElse(""),
        SpiVersion.CURRENT.toString(),
        false,
        components(plugin));
  }

  private static List<Component<?>> components(Plugin plugin) {
    @SuppressWarnings("RedundantNullCheck") // third-party code is not checked for nulls
    List<Component<?>> components = plugin.components();
    if (components == null || components.stream().anyMatch(component -> component == null)) {
      throw new IllegalStateException("components() returned null or a list that contains null");
    }
    return List.copyOf(components);
  }

  /**
   * Returns the plugins in jars and folders of jars; built-in ones must be loaded before.
   *
   * @param paths jars, and folders whose jars and subfolders are loaded in the order of their names
   * @param host the parent of each plugin's class loader
   */
  public List<LoadedPlugin> foreign(List<Path> paths, ClassLoader host) {
    return new PluginPlaces(refusals::add)
        .in(paths).stream().flatMap(place -> foreign(place, host).stream()).toList();
  }

  private List<LoadedPlugin> foreign(PluginPlaces.Place place, ClassLoader host) {
    List<PluginJarFile> jars = new ArrayList<>();
    for (Path path : place.jars()) {
      try {
        jars.add(PluginJarFile.read(path));
      } catch (PluginJarFile.UnreadableException e) {
        refuse(path, String.valueOf(e.getMessage()));
        return List.of();
      }
    }
    List<PluginJarFile> declaring = jars.stream().filter(PluginJarFile::hasService).toList();
    if (declaring.isEmpty()) {
      refuse(
          place.path(),
          place.isFolder()
              ? "it contains no plugin (none of its jars has " + PluginJarFile.SERVICE + ")"
              : "it contains no plugin (no "
                  + PluginJarFile.SERVICE
                  + "); put a plugin and its libraries into their own subfolder");
      return List.of();
    }
    // Stays open until the JVM exits, because the plugin's classes may be loaded at any time.
    ClassLoader loader = new PluginClassLoader(declaring.get(0).title(), jars, host);
    String sha256 = sha256(place);
    return declaring.stream().flatMap(jar -> load(jar, sha256, loader).stream()).toList();
  }

  private static String sha256(PluginPlaces.Place place) {
    if (!place.isFolder()) {
      return Sha256.of(place.path());
    }
    StringBuilder sums = new StringBuilder();
    for (Path jar : place.jars()) {
      sums.append(Sha256.of(jar)).append("  ").append(jar.getFileName()).append('\n');
    }
    return Sha256.of(sums.toString().getBytes(StandardCharsets.UTF_8));
  }

  private List<LoadedPlugin> load(PluginJarFile jar, String sha256, ClassLoader loader) {
    Optional<String> misfit = jar.misfit();
    if (misfit.isPresent()) {
      refuse(jar.path(), misfit.get());
      return List.of();
    }
    if (jar.classes().isEmpty()) {
      refuse(
          jar.path(),
          "its " + PluginJarFile.SERVICE + " names no class; expected its Plugin class");
      return List.of();
    }
    List<LoadedPlugin> plugins = new ArrayList<>();
    for (String name : jar.classes()) {
      if (builtIn.contains(name)) {
        refuse(jar.path(), "its plugin " + name + " is already on the class path");
        continue;
      }
      try {
        List<Component<?>> components = declared(name, loader);
        if (components.isEmpty()) {
          throw new DeclarationException(
              "its plugin declares no components; expected at least one in components()");
        }
        plugins.add(
            new LoadedPlugin(
                jar.title(),
                jar.version(),
                jar.path().toString(),
                sha256,
                jar.builtFor().orElseGet(SpiVersion.CURRENT::toString).strip(),
                true,
                components));
      } catch (DeclarationException e) {
        refuse(jar.path(), e.reason());
      } catch (OutOfMemoryError e) {
        throw e;
      } catch (Throwable e) {
        // Third-party code may throw anything.
        refuse(jar.path(), LoadFailure.reason(e, DECLARING));
      }
    }
    return plugins;
  }

  /** Returns what a plugin declares; its code might never return. */
  private List<Component<?>> declared(String name, ClassLoader loader) {
    return TimeLimit.call(
        () -> {
          // Libraries use it to find their services.
          Thread.currentThread().setContextClassLoader(loader);
          return components(plugin(name, loader));
        },
        patience,
        () -> {
          throw new DeclarationException(
              "it did not finish "
                  + DECLARING
                  + " within "
                  + TimeLimit.seconds(patience)
                  + "; its author has to fix this");
        });
  }

  private static Plugin plugin(String name, ClassLoader loader) {
    Class<?> type;
    try {
      type = Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new DeclarationException(
          "its "
              + PluginJarFile.SERVICE
              + " names the class "
              + name
              + ", which is not in the jar; expected its Plugin class");
    }
    if (!Plugin.class.isAssignableFrom(type)) {
      throw new DeclarationException(
          "its "
              + PluginJarFile.SERVICE
              + " names the class "
              + name
              + ", which does not implement "
              + Plugin.class.getName());
    }
    try {
      Constructor<? extends Plugin> constructor =
          type.asSubclass(Plugin.class).getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException | InstantiationException e) {
      throw new DeclarationException(
          "its plugin class "
              + name
              + " cannot be instantiated; expected a class that is not abstract and has a constructor without"
              + " parameters");
    } catch (InvocationTargetException | IllegalAccessException e) {
      throw new DeclarationException(LoadFailure.reason(e, DECLARING));
    }
  }

  private void refuse(Path path, String reason) {
    refusals.add(Refusal.of(path.toString(), reason));
  }
}
