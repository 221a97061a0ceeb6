package dev.varangian.core.catalogue.plugin;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plugin that a class belongs to.
 *
 * @param name the plugin's name
 * @param foreign whether it was loaded from an external jar, not from the class path
 */
public record PluginOrigin(String name, boolean foreign) {

  /** Returns the plugin of a component's class. */
  public static PluginOrigin of(Class<?> type) {
    Optional<Path> place = place(type);
    Optional<PluginClassLoader> loader = loaderOf(type);
    if (loader.isPresent()) {
      return new PluginOrigin(loader.get().title(place), true);
    }
    String title = type.getPackage().getImplementationTitle();
    return new PluginOrigin(
        title != null
            ? title
            : place.filter(Files::isRegularFile).map(PluginOrigin::stem).orElse("the class path"),
        false);
  }

  /** A plugin may create its own class loaders below the one it was loaded by. */
  private static Optional<PluginClassLoader> loaderOf(Class<?> type) {
    return loaderAbove(type.getClassLoader());
  }

  /** Returns this loader or its ancestor that is a plugin's class loader. */
  static Optional<PluginClassLoader> loaderAbove(@Nullable ClassLoader loader) {
    return Stream.iterate(loader, each -> each != null, ClassLoader::getParent)
        .filter(PluginClassLoader.class::isInstance)
        .map(PluginClassLoader.class::cast)
        .findFirst();
  }

  /** Returns where a class was loaded from. */
  static Optional<Path> place(Class<?> type) {
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

  /** Returns the file name of a jar without its extension. */
  static String stem(Path jar) {
    return String.valueOf(jar.getFileName()).replaceFirst("[.]jar$", "");
  }
}
