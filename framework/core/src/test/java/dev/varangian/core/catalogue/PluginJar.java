package dev.varangian.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Makes a stranger's jar: compiles a source and packs it. */
final class PluginJar {
  private PluginJar() {}

  /** A plugin {@code stranger.<className>} with one filter of the given name. */
  static Path withFilter(Path jar, String className, String filter) throws IOException {
    return write(
        jar,
        "stranger." + className,
        """
        package stranger;

        import dev.varangian.spi.*;
        import jakarta.inject.Inject;
        import java.util.List;

        public final class %1$s implements Plugin {
          @Override
          public List<Component<?>> components() {
            return List.of(Component.filter("%2$s", First.class).summary("Takes the first"));
          }

          static final class First implements RowFilter {
            @Inject
            First() {}

            @Override
            public Needs needs() {
              return Needs.NOTHING;
            }

            @Override
            public double[] weights(Points points) {
              double[] weights = new double[points.count()];
              weights[0] = 1;
              return weights;
            }
          }
        }
        """
            .formatted(className, filter));
  }

  /** A jar with one compiled source, which it names as its plugin. */
  static Path write(Path jar, String className, String source) throws IOException {
    Path folder = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "classes");
    Path file = folder.resolve(className.substring(className.lastIndexOf('.') + 1) + ".java");
    Files.writeString(file, source);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                file.toString());
    assertThat(failed).isZero();
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.IMPLEMENTATION_TITLE, "Title of " + className);
    attributes.put(Attributes.Name.IMPLEMENTATION_VERSION, "1.2");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest);
        Stream<Path> classes = Files.walk(folder)) {
      for (Path each : classes.filter(p -> p.toString().endsWith(".class")).toList()) {
        entries.putNextEntry(new JarEntry(folder.relativize(each).toString().replace('\\', '/')));
        entries.write(Files.readAllBytes(each));
      }
      entries.putNextEntry(new JarEntry("META-INF/services/dev.varangian.spi.Plugin"));
      entries.write(className.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }
}
