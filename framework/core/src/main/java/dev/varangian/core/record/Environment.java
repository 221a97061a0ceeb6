package dev.varangian.core.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.varangian.core.catalogue.plugin.LoadedPlugin;
import dev.varangian.core.file.FlatJson;
import dev.varangian.spi.Component;
import dev.varangian.tensor.machine.VectorSupport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The environment of the runs, beyond the experiment.
 *
 * @param version Varangian's version; null if not run from its jar
 * @param commit the commit that Varangian was built from; null outside a git checkout
 * @param javaVersion the Java runtime's version
 * @param javaVendor the Java runtime's vendor
 * @param cpu the CPU's model, or its architecture if the model is unknown
 * @param vectorWidth the kernels in use, for instance {@code vector, 512 bit}
 * @param plugins the plugins that were loaded, in the order of loading
 * @param used the kinds and names of the components that the experiment uses
 */
public record Environment(
    @Nullable String version,
    @Nullable SourceCommit commit,
    String javaVersion,
    String javaVendor,
    String cpu,
    String vectorWidth,
    List<LoadedPlugin> plugins,
    Set<String> used) {

  /** Returns the environment of this process, without the used components. */
  public static Environment current(List<LoadedPlugin> plugins) {
    return new Environment(
        Environment.class.getPackage().getImplementationVersion(),
        SourceCommit.current().orElse(null),
        System.getProperty("java.runtime.version", System.getProperty("java.version", "")),
        System.getProperty("java.vendor", ""),
        cpuModel(Path.of("/proc/cpuinfo")),
        VectorSupport.description(),
        List.copyOf(plugins),
        Set.of());
  }

  /** Returns the same for an experiment that uses these components. */
  public Environment using(Collection<Component<?>> components) {
    return new Environment(
        version,
        commit,
        javaVersion,
        javaVendor,
        cpu,
        vectorWidth,
        plugins,
        components.stream().map(Environment::name).collect(Collectors.toUnmodifiableSet()));
  }

  private static String name(Component<?> component) {
    return component.kind() + " " + component.name();
  }

  /** Returns the content of {@code environment.json}. */
  public String toJson() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("version", version);
    root.put("git_commit", commit == null ? null : commit.id());
    root.put("git_dirty", commit == null ? null : commit.dirty());
    root.putObject("java").put("version", javaVersion).put("vendor", javaVendor);
    root.put("cpu", cpu);
    root.put("vector_width", vectorWidth);
    ArrayNode list = root.putArray("plugins");
    for (LoadedPlugin plugin : plugins) {
      ObjectNode object =
          list.addObject()
              .put("name", plugin.name())
              .put("version", orNull(plugin.version()))
              .put("sha256", orNull(plugin.sha256()))
              .put("foreign", plugin.foreign());
      ArrayNode components = object.putArray("used");
      plugin.components().stream()
          .map(Environment::name)
          .filter(used::contains)
          .forEach(components::add);
    }
    return FlatJson.write(root);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  static String cpuModel(Path cpuinfo) {
    try (Stream<String> lines = Files.lines(cpuinfo)) {
      return lines
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElseGet(Environment::architecture);
    } catch (IOException | RuntimeException e) {
      return architecture();
    }
  }

  private static String architecture() {
    return System.getProperty("os.arch", "unknown");
  }
}
