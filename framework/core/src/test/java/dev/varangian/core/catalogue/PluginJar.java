package dev.varangian.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Makes a third party's jar: compiles sources and packs them. */
final class PluginJar {
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new TreeMap<>();
  private final List<String> left = new ArrayList<>();
  private UnaryOperator<byte[]> change = bytes -> bytes;

  private PluginJar() {}

  /** One without a service file. */
  static PluginJar plain() {
    return new PluginJar();
  }

  /** One that names {@code className} as its plugin. */
  static PluginJar naming(String className) {
    return plain()
        .entry("META-INF/services/dev.varangian.spi.Plugin", className)
        .attribute("Implementation-Title", "Title of " + className)
        .attribute("Implementation-Version", "1.2");
  }

  /** A plugin {@code stranger.<className>} with one filter of the given name. */
  static Path withFilter(Path jar, String className, String filter) throws IOException {
    return filter(className, filter).write(jar);
  }

  /** The same, to be changed before it is written. */
  static PluginJar filter(String className, String filter) {
    return naming("stranger." + className)
        .source(
            "stranger." + className,
            """
            package stranger;

            import dev.varangian.spi.*;
            import dev.varangian.spi.context.*;
            import dev.varangian.spi.data.*;
            import dev.varangian.spi.fault.*;
            import dev.varangian.spi.filter.*;
            import dev.varangian.spi.training.*;
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

  PluginJar source(String className, String source) {
    sources.put(className, source);
    return this;
  }

  PluginJar attribute(String name, String value) {
    attributes.put(name, value);
    return this;
  }

  PluginJar entry(String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Leaves a class out of the jar that was there when the others were compiled. */
  PluginJar without(String className) {
    left.add(className.replace('.', '/') + ".class");
    return this;
  }

  /** Changes the bytes of every class. */
  PluginJar changed(UnaryOperator<byte[]> change) {
    this.change = change;
    return this;
  }

  Path write(Path jar) throws IOException {
    Path folder = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "classes");
    if (!sources.isEmpty()) {
      compile(folder);
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.forEach(manifest.getMainAttributes()::putValue);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out, manifest);
        Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.filter(p -> p.toString().endsWith(".class")).sorted().toList()) {
        String name = folder.relativize(each).toString().replace('\\', '/');
        if (!left.contains(name)) {
          pack(packed, name, change.apply(Files.readAllBytes(each)));
        }
      }
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        pack(packed, entry.getKey(), entry.getValue());
      }
    }
    return jar;
  }

  private static void pack(JarOutputStream packed, String name, byte[] bytes) throws IOException {
    packed.putNextEntry(new JarEntry(name));
    packed.write(bytes);
  }

  private void compile(Path folder) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of(
            "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", folder.toString()));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve(source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(failed).isZero();
  }
}
