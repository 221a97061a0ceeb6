package dev.varangian.cli.starter;

import dev.varangian.cli.text.Templates;
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
    values.put("word", kind.label().replace('-', '_')); // as a part of a method's name
    String main = "src/main/java/example/" + name.packageName() + "/" + name.type();
    String test = "src/test/java/example/" + name.packageName() + "/" + name.type();
    String own = kind.label() + "/";
    Templates templates = Templates.text(StarterProject.class);
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pom.xml", templates.fill("pom.xml", values));
    files.put("README.md", templates.fill("README.md", values));
    files.put(".gitignore", templates.fill("gitignore", values));
    files.put("experiment.yaml", templates.fill(own + "experiment.yaml", values));
    files.put(main + ".java", templates.fill(own + "Component.java", values));
    files.put(main + "Plugin.java", templates.fill(own + "Plugin.java", values));
    files.put(
        "src/main/resources/META-INF/services/dev.varangian.spi.Plugin",
        "example." + name.packageName() + "." + name.type() + "Plugin\n");
    files.put(test + "PluginTest.java", templates.fill("PluginTest.java", values));
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
