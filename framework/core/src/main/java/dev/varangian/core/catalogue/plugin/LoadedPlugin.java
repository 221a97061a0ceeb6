package dev.varangian.core.catalogue.plugin;

import dev.varangian.spi.Component;
import java.util.List;

/**
 * A loaded plugin and its usable components.
 *
 * @param name the jar's {@code Implementation-Title}, else its file name, else the plugin's class
 * @param version the jar's {@code Implementation-Version}; empty if it has none
 * @param path the jar or the folder of classes; empty if there is none
 * @param sha256 64 hexadecimal digits: of the jar, or, if it is in a subfolder with its libraries,
 *     of the output of {@code sha256sum *.jar} there; empty if it is not a jar
 * @param builtFor the version of the plugin API declared by the jar, otherwise the current one
 * @param foreign whether it was loaded from an external jar, not from the class path
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

  /** Copies the list. */
  public LoadedPlugin {
    components = List.copyOf(components);
  }

  public LoadedPlugin with(List<Component<?>> others) {
    return new LoadedPlugin(name, version, path, sha256, builtFor, foreign, others);
  }

  /** Returns the jar if there is one, otherwise the name; for messages. */
  public String place() {
    return sha256.isEmpty() ? name : path;
  }
}
