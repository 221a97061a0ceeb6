package dev.varangian.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class ForeignPluginTest {
  // A jar whose classes are loaded can't be deleted on every system.
  @TempDir(cleanup = CleanupMode.NEVER)
  private Path folder;

  private Path jar(String file, String className, String filter) throws IOException {
    return PluginJar.withFilter(folder.resolve(file), className, filter);
  }

  private static Catalogue foreign(Path... paths) {
    return Catalogue.discover(List.of(paths));
  }

  @Test
  void the_components_of_a_jar_are_in_the_catalogue() throws Exception {
    Path jar = jar("one.jar", "One", "first");
    Catalogue catalogue = foreign(jar);
    Component<?> first = catalogue.find(Kind.FILTER, "first").orElseThrow();
    assertThat(first.summary()).isEqualTo("Takes the first");
    assertThat(first.type().getName()).isEqualTo("stranger.One$First");
    assertThat(catalogue.problems()).isEmpty();
    LoadedPlugin plugin = catalogue.pluginOf(first);
    assertThat(plugin.name()).isEqualTo("Title of stranger.One");
    assertThat(plugin.version()).isEqualTo("1.2");
    assertThat(plugin.path()).isEqualTo(jar.toString());
    assertThat(plugin.sha256()).hasSize(64).isEqualTo(Sha256.of(Files.readAllBytes(jar)));
  }

  @Test
  void a_folder_stands_for_its_jars_in_the_order_of_their_names() throws Exception {
    jar("b.jar", "Two", "second");
    jar("a.jar", "One", "first");
    Files.writeString(folder.resolve("notes.txt"), "no jar");
    Catalogue catalogue = foreign(folder);
    assertThat(catalogue.plugins())
        .extracting(LoadedPlugin::name)
        .containsExactly("Title of stranger.One", "Title of stranger.Two");
    assertThat(catalogue.problems()).isEmpty();
  }

  @Test
  void a_jar_named_twice_is_loaded_once() throws Exception {
    Path jar = jar("one.jar", "One", "first");
    Path current = Path.of("").toAbsolutePath();
    Catalogue catalogue = foreign(jar, folder, current.relativize(jar.toAbsolutePath()));
    assertThat(catalogue.plugins()).hasSize(1);
    assertThat(catalogue.problems()).isEmpty();
  }

  @Test
  void of_two_foreign_components_of_one_name_neither_is_loaded() throws Exception {
    Path one = jar("one.jar", "One", "first");
    Path two = jar("two.jar", "Two", "first");
    Catalogue catalogue = foreign(one, two);
    assertThat(catalogue.find(Kind.FILTER, "first")).isEmpty();
    String problem =
        "the filter first is left out, since " + one + " and " + two + " each have one";
    assertThat(catalogue.problems()).containsExactly(problem);
    assertThat(catalogue.unknown(Kind.FILTER, "first")).isEqualTo(problem);
  }

  @Test
  void a_built_in_component_stays_and_the_foreign_one_goes() throws Exception {
    Path host = jar("host.jar", "Host", "first");
    Path guest = jar("guest.jar", "Guest", "first");
    try (URLClassLoader loader = loader(host)) {
      Catalogue catalogue = Catalogue.discover(List.of(guest), loader);
      assertThat(catalogue.find(Kind.FILTER, "first").orElseThrow().type().getName())
          .isEqualTo("stranger.Host$First");
      assertThat(catalogue.problems())
          .containsExactly(
              guest
                  + ": the filter first is left out, since the built-in one of "
                  + host
                  + " stays");
    }
  }

  private static URLClassLoader loader(Path jar) throws IOException {
    return new URLClassLoader(
        new URL[] {jar.toUri().toURL()}, ForeignPluginTest.class.getClassLoader());
  }

  @Test
  void a_plugin_that_is_built_in_already_is_not_loaded_again() throws Exception {
    Path host = jar("host.jar", "Host", "first");
    try (URLClassLoader loader = loader(host)) {
      Catalogue catalogue = Catalogue.discover(List.of(host), loader);
      assertThat(catalogue.plugins()).hasSize(1);
      assertThat(catalogue.problems())
          .containsExactly(host + ": its plugin is there already, on the class path");
    }
  }

  @Test
  void what_is_no_plugin_is_said_and_the_rest_goes_on() throws Exception {
    Path missing = folder.resolve("missing.jar");
    Path noJar = Files.writeString(folder.resolve("text.jar"), "no jar at all");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path good = jar("good.jar", "One", "first");
    Catalogue catalogue = foreign(missing, noJar, empty, good);
    assertThat(catalogue.find(Kind.FILTER, "first")).isPresent();
    assertThat(catalogue.problems())
        .containsExactly(
            missing + ": there is no such plugin jar or folder",
            empty + ": there is no jar in this folder",
            noJar + ": it is no jar, or can't be read");
  }

  @Test
  void a_jar_that_names_no_plugin_is_said() throws Exception {
    Path jar = folder.resolve("plain.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("readme.txt"));
      out.write("nothing".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(foreign(jar).problems())
        .containsExactly(
            jar + ": there is no plugin in it (no META-INF/services/dev.varangian.spi.Plugin)");
  }

  @Test
  void a_plugin_that_fails_is_said_in_one_line_and_the_rest_goes_on() throws Exception {
    Path bad =
        PluginJar.write(
            folder.resolve("bad.jar"),
            "stranger.Bad",
"""
            package stranger;

            import dev.varangian.spi.*;
            import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

            public final class Bad implements Plugin {
              @Override
              public List<Component<?>> components() {
                throw new IllegalStateException("out of order\\nfor good");
              }
            }
            """);
    Path good = jar("good.jar", "One", "first");
    Catalogue catalogue = foreign(bad, good);
    assertThat(catalogue.find(Kind.FILTER, "first")).isPresent();
    assertThat(catalogue.problems())
        .containsExactly(bad + ": a plugin can't be loaded: IllegalStateException: out of order");
  }

  @Test
  void a_jar_that_names_a_class_it_does_not_have_is_said() throws Exception {
    Path jar = folder.resolve("hollow.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("META-INF/services/dev.varangian.spi.Plugin"));
      out.write("stranger.Nowhere".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(foreign(jar).problems())
        .singleElement()
        .asString()
        .startsWith(jar + ": a plugin can't be loaded: ")
        .contains("stranger.Nowhere")
        .doesNotContain("\n");
  }
}
