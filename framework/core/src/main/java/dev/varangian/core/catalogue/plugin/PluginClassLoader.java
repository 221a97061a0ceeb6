package dev.varangian.core.catalogue.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of one plugin. The plugin's own jars take precedence over the host's classes,
 * so that two plugins may bring different versions of a library, and neither sees the host's. Only
 * the JDK and the shared packages always come from the host; otherwise plugin and host would see
 * different types.
 */
final class PluginClassLoader extends URLClassLoader {
  private static final List<String> SHARED =
      List.of(
          "dev.varangian.spi.",
          "dev.varangian.tensor.",
          "jakarta.inject.",
          "org.jspecify.annotations.");

  private static final String SERVICES = "META-INF/services/";

  static {
    registerAsParallelCapable();
  }

  private final List<PluginJarFile> jars;
  private final ClassLoader host;

  /**
   * @param name of the plugin
   * @param jars in search order
   */
  PluginClassLoader(String name, List<PluginJarFile> jars, ClassLoader host) {
    super(name, jars.stream().map(PluginClassLoader::url).toArray(URL[]::new), host);
    this.jars = jars;
    this.host = host;
  }

  /**
   * Returns the name that the jar gives itself; the plugin's name if it is not one of these jars.
   */
  String title(Optional<Path> place) {
    return jars.stream()
        .filter(jar -> place.equals(Optional.of(jar.path().toAbsolutePath())))
        .map(PluginJarFile::title)
        .findFirst()
        .orElse(getName());
  }

  private static URL url(PluginJarFile jar) {
    try {
      return jar.path().toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> type = findLoadedClass(name);
      if (type == null) {
        type = SHARED.stream().anyMatch(name::startsWith) ? host.loadClass(name) : search(name);
      }
      if (resolve) {
        resolveClass(type);
      }
      return type;
    }
  }

  private Class<?> search(String name) throws ClassNotFoundException {
    try {
      return getPlatformClassLoader().loadClass(name);
    } catch (ClassNotFoundException e) {
      // Not a class of the JDK.
    }
    try {
      return findClass(name);
    } catch (ClassNotFoundException e) {
      return host.loadClass(name);
    }
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL own = findResource(name);
    return own != null || name.startsWith(SERVICES) ? own : host.getResource(name);
  }

  /** The host's services implement the host's versions of their interfaces. */
  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    List<URL> all = new ArrayList<>(Collections.list(findResources(name)));
    if (!name.startsWith(SERVICES)) {
      all.addAll(Collections.list(host.getResources(name)));
    }
    return Collections.enumeration(all);
  }
}
