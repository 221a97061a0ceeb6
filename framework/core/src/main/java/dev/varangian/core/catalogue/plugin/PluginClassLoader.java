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
 * Loads the classes of one plugin. What the plugin brings comes before what the host has, so that
 * two plugins may bring two versions of one library, and neither meets the host's. Only the JDK and
 * the packages that plugin and host speak through come from the host whatever the plugin brings:
 * else their types would not be the same.
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
   * @param jars in the order in which they are searched
   */
  PluginClassLoader(String name, List<PluginJarFile> jars, ClassLoader host) {
    super(name, jars.stream().map(PluginClassLoader::url).toArray(URL[]::new), host);
    this.jars = jars;
    this.host = host;
  }

  /** What the jar at a place calls itself; the plugin's name where it is none of these jars. */
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
      // No class of the JDK.
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

  /** The host's services are for the host's versions of their interfaces. */
  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    List<URL> all = new ArrayList<>(Collections.list(findResources(name)));
    if (!name.startsWith(SERVICES)) {
      all.addAll(Collections.list(host.getResources(name)));
    }
    return Collections.enumeration(all);
  }
}
