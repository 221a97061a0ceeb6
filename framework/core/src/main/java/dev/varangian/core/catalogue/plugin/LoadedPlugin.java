package dev.varangian.core.catalogue.plugin;

import dev.varangian.spi.Component;
import java.util.List;

/**
 * A plugin and what the catalogue took of it.
 *
 * @param name the jar's {@code Implementation-Title}, else its file name, else the plugin's class
 * @param version the jar's {@code Implementation-Version}; empty if it has none
 * @param path the jar, or the folder of classes; empty if it is neither
 * @param sha256 64 hexadecimal digits: of the jar, or, where libraries lie beside it in a
 *     sub-folder, of what {@code sha256sum *.jar} prints there; empty if it is no jar
 * @param builtFor the version of the plugin API that the jar names, else the current one
 * @param foreign whether it was loaded from a jar of its own, and not from the class path
 * @param components the components that can be used, by kind and name
 */
public record LoadedPlugin(
    String name,
    String version,
    String path,
    String sha256,
    String builtFor,
    boolean foreign,
    List<Component<?>> components) {

  /** Keeps a copy of the list. */
  public LoadedPlugin {
    components = List.copyOf(components);
  }

  public LoadedPlugin with(List<Component<?>> others) {
    return new LoadedPlugin(name, version, path, sha256, builtFor, foreign, others);
  }

  /** For a message: the jar where there is one, else the name. */
  public String place() {
    return sha256.isEmpty() ? name : path;
  }
}
