package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Plugins of somebody else, made from their source. */
final class PluginJar {
  private PluginJar() {}

  /**
   * Compiles and packs one.
   *
   * @param type the name of its plugin class, in the default package
   * @param name of the jar
   */
  static Path of(String type, String name, String source, Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve(type + ".java"), source);
    Path classes = folder.resolve(name);
    Path service =
        Files.createDirectories(classes.resolve("META-INF/services"))
            .resolve("dev.varangian.spi.Plugin");
    Files.writeString(service, type + "\n");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int code =
        compiler.run(
            null,
            null,
            null,
            "-proc:none",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString(),
            file.toString());
    assertThat(code).isZero();
    Path jar = folder.resolve(name + ".jar");
    java.util.spi.ToolProvider.findFirst("jar")
        .orElseThrow()
        .run(
            System.out,
            System.err,
            List.of("--create", "--file", jar.toString(), "-C", classes.toString(), ".")
                .toArray(String[]::new));
    return jar;
  }
}
