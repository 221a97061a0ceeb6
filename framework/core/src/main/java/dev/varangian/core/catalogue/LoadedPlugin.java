package dev.varangian.core.catalogue;

import dev.varangian.spi.Component;
import java.util.List;

/**
 * A plugin and what the catalogue took of it.
 *
 * @param name the jar's {@code Implementation-Title}, else its file name, else the plugin's class
 * @param version the jar's {@code Implementation-Version}; empty if it has none
 * @param path the jar, or the folder of classes; empty if it is neither
 * @param sha256 of the jar, 64 hexadecimal digits; empty if it is no jar
 * @param components the components that can be used, by kind and name
 */
public record LoadedPlugin(
    String name, String version, String path, String sha256, List<Component<?>> components) {

  /** Keeps a copy of the list. */
  public LoadedPlugin {
    components = List.copyOf(components);
  }

  LoadedPlugin with(List<Component<?>> others) {
    return new LoadedPlugin(name, version, path, sha256, others);
  }

  /** For a message: the jar where there is one, else the name. */
  String place() {
    return sha256.isEmpty() ? name : path;
  }
}
