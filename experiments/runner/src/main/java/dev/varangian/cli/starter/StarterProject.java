package dev.varangian.cli.starter;

import dev.varangian.spi.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A stand-alone Maven project with one component that works, to start from.
 *
 * @param files their contents by their paths in the project's folder
 */
public record StarterProject(Map<String, String> files) {

  /** Keeps a copy of the map. */
  public StarterProject {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /**
   * The project of a component.
   *
   * @param versions of Varangian, its SPI and the tools, by the names that the templates use
   */
  public static StarterProject of(Kind kind, StarterName name, Map<String, String> versions) {
    Map<String, String> values = new LinkedHashMap<>(versions);
    values.put("name", name.name());
    values.put("class", name.type());
    values.put("package", name.packageName());
    values.put("kind", kind.label());
    values.put("word", kind.label().replace('-', '_'));
    String main = "src/main/java/example/" + name.packageName() + "/" + name.type();
    String test = "src/test/java/example/" + name.packageName() + "/" + name.type();
    String own = kind.label() + "/";
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pom.xml", Template.of("pom.xml").filled(values));
    files.put("README.md", Template.of("README.md").filled(values));
    files.put(".gitignore", Template.of("gitignore").filled(values));
    files.put("experiment.yaml", Template.of(own + "experiment.yaml").filled(values));
    files.put(main + ".java", Template.of(own + "Component.java").filled(values));
    files.put(main + "Plugin.java", Template.of(own + "Plugin.java").filled(values));
    files.put(
        "src/main/resources/META-INF/services/dev.varangian.spi.Plugin",
        "example." + name.packageName() + "." + name.type() + "Plugin\n");
    files.put(test + "PluginTest.java", Template.of("PluginTest.java").filled(values));
    return new StarterProject(files);
  }

  /** Writes the files. */
  public void write(Path folder) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
