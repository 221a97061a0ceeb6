package dev.varangian.core.catalogue.plugin;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which plugin a class belongs to.
 *
 * @param name the plugin's name
 * @param foreign whether it was loaded from a jar of its own, and not from the class path
 */
public record PluginOrigin(String name, boolean foreign) {

  /** That of a component's class. */
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

  /** A plugin may have class loaders of its own, below that by which it was loaded. */
  private static Optional<PluginClassLoader> loaderOf(Class<?> type) {
    return loaderAbove(type.getClassLoader());
  }

  /** The plugin's class loader that this is, or that is above it. */
  static Optional<PluginClassLoader> loaderAbove(@Nullable ClassLoader loader) {
    return Stream.iterate(loader, each -> each != null, ClassLoader::getParent)
        .filter(PluginClassLoader.class::isInstance)
        .map(PluginClassLoader.class::cast)
        .findFirst();
  }

  /** Where a class was loaded from. */
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

  /** The name of a jar's file, without its end. */
  static String stem(Path jar) {
    return String.valueOf(jar.getFileName()).replaceFirst("[.]jar$", "");
  }
}
