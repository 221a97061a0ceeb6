package dev.varangian.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.core.catalogue.plugin.LoadedPlugin;
import dev.varangian.core.catalogue.plugin.PluginOrigin;
import dev.varangian.core.catalogue.plugin.Sha256;
import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import dev.varangian.spi.Plugin;
import dev.varangian.spi.SpiVersion;
import dev.varangian.spi.filter.RowFilter;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class ExternalPluginTest {
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
    assertThat(plugin.foreign()).isTrue();
    assertThat(plugin.builtFor()).isEqualTo(SpiVersion.CURRENT.toString());
    assertThat(plugin.sha256()).hasSize(64).isEqualTo(Sha256.of(Files.readAllBytes(jar)));
  }

  @Test
  void a_folder_is_loaded_in_the_order_of_its_jar_names() throws Exception {
    jar("b.jar", "Two", "second");
    jar("a.jar", "One", "first");
    Files.writeString(folder.resolve("notes.txt"), "no jar");
    Catalogue catalogue = foreign(folder);
    assertThat(externalPlugins(catalogue))
        .extracting(LoadedPlugin::name)
        .containsExactly("Title of stranger.One", "Title of stranger.Two");
    assertThat(catalogue.problems()).isEmpty();
  }

  @Test
  void a_jar_named_twice_is_loaded_once() throws Exception {
    Path jar = jar("one.jar", "One", "first");
    Path current = Path.of("").toAbsolutePath();
    Path link = Files.createSymbolicLink(folder.resolve("zero.jar"), jar);
    Catalogue catalogue = foreign(jar, folder, current.relativize(jar.toAbsolutePath()), link);
    assertThat(externalPlugins(catalogue)).hasSize(1);
    assertThat(catalogue.problems()).isEmpty();
  }

  @Test
  void a_built_in_component_takes_precedence_over_an_external_one() throws Exception {
    Path host = jar("host.jar", "Host", "first");
    Path guest = jar("guest.jar", "Guest", "first");
    try (URLClassLoader loader = loader(host)) {
      Catalogue catalogue = Catalogue.discover(List.of(guest), loader);
      assertThat(catalogue.find(Kind.FILTER, "first").orElseThrow().type().getName())
          .isEqualTo("stranger.Host$First");
      assertThat(catalogue.problems())
          .containsExactly(
              guest
                  + ": the filter first is ignored: the built-in component of "
                  + host
                  + "takes precedence");
    }
  }

  private static URLClassLoader loader(Path jar) throws IOException {
    return new URLClassLoader(
        new URL[] {jar.toUri().toURL()}, ExternalPluginTest.class.getClassLoader());
  }

  @Test
  void a_built_in_plugin_is_not_loaded_again() throws Exception {
    Path host = jar("host.jar", "Host", "first");
    try (URLClassLoader loader = loader(host)) {
      Catalogue catalogue = Catalogue.discover(List.of(host), loader);
      assertThat(externalPlugins(catalogue)).isEmpty();
      assertThat(catalogue.problems())
          .containsExactly(host + ": its plugin stranger.Host is already on the class path");
    }
  }

  private static List<LoadedPlugin> externalPlugins(Catalogue catalogue) {
    return catalogue.plugins().stream().filter(LoadedPlugin::foreign).toList();
  }

  @Test
  void a_missing_jar_is_reported_and_the_others_are_loaded() throws Exception {
    Path missing = folder.resolve("missing.jar");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path good = jar("good.jar", "One", "first");
    Catalogue catalogue = foreign(missing, empty, good);
    assertThat(catalogue.find(Kind.FILTER, "first")).isPresent();
    assertThat(catalogue.problems())
        .containsExactly(
            missing + ": no such plugin jar or folder", empty + ": no jar in this folder");
  }

  @Test
  void a_jar_for_an_earlier_version_of_the_plugin_api_is_loaded() throws Exception {
    Path jar =
        PluginJar.filter("One", "first")
            .attribute(SpiVersion.ATTRIBUTE, SpiVersion.CURRENT.major() + ".0")
            .write(folder.resolve("one.jar"));
    Catalogue catalogue = foreign(jar);
    assertThat(catalogue.problems()).isEmpty();
    assertThat(plugin(catalogue, "first").builtFor()).isEqualTo(SpiVersion.CURRENT.major() + ".0");
  }

  private static LoadedPlugin plugin(Catalogue catalogue, String filter) {
    return catalogue.pluginOf(catalogue.find(Kind.FILTER, filter).orElseThrow());
  }

  /** A jar whose filter's name is what its own version of a library says. */
  private static PluginJar withLibrary(String className, String library, String says) {
    return PluginJar.naming("stranger." + className)
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
                return List.of(Component.schedule(new %2$s().says(), Steady.class));
              }

              static final class Steady implements StepSizeSchedule {
                @Inject
                Steady() {}

                @Override
                public double at(int round) {
                  return 1;
                }
              }
            }
            """
                .formatted(className, library))
        .source(library, library(library, says));
  }

  private static String library(String name, String says) {
    int dot = name.lastIndexOf('.');
    return "package %s; public class %s { public String says() { return \"%s\"; } }"
        .formatted(name.substring(0, dot), name.substring(dot + 1), says);
  }

  @Test
  void two_jars_may_bring_two_versions_of_one_library() throws Exception {
    Path one = withLibrary("One", "library.Lib", "one").write(folder.resolve("one.jar"));
    Path two = withLibrary("Two", "library.Lib", "two").write(folder.resolve("two.jar"));
    Catalogue catalogue = foreign(one, two);
    assertThat(catalogue.problems()).isEmpty();
    assertThat(catalogue.names(Kind.SCHEDULE)).contains("one", "two");
  }

  @Test
  void a_jars_own_library_takes_precedence_over_the_hosts() throws Exception {
    assertThat(Class.forName("com.fasterxml.jackson.core.Version")).isNotNull();
    Path jar =
        withLibrary("One", "com.fasterxml.jackson.core.Version", "its-own")
            .write(folder.resolve("one.jar"));
    assertThat(foreign(jar).names(Kind.SCHEDULE)).contains("its-own");
  }

  @Test
  void a_library_finds_its_services_in_the_jar() throws Exception {
    Path jar =
        withLibrary("One", "library.Lib", "unused")
            .source(
                "library.Lib",
                """
                package library;

                import java.util.ServiceLoader;

                public class Lib {
                  public interface Name {
                    String says();
                  }

                  public static class Own implements Name {
                    @Override
                    public String says() {
                      return "by-service";
                    }
                  }

                  public String says() {
                    return ServiceLoader.load(Name.class).findFirst().orElseThrow().says();
                  }
                }
                """)
            .entry("META-INF/services/library.Lib$Name", "library.Lib$Own")
            .write(folder.resolve("one.jar"));
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    assertThat(foreign(jar).names(Kind.SCHEDULE)).contains("by-service");
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  @Test
  void a_subfolder_is_a_plugin_with_its_libraries() throws Exception {
    for (String name : List.of("one", "two")) {
      Path place = Files.createDirectory(folder.resolve(name));
      String type = name.equals("one") ? "One" : "Two";
      withLibrary(type, "library.Lib", name)
          .without("library.Lib")
          .write(place.resolve("plugin.jar"));
      PluginJar.plain()
          .source("library.Lib", library("library.Lib", name))
          .write(place.resolve("library.jar"));
    }
    Files.createDirectories(folder.resolve("notes"));
    Catalogue catalogue = foreign(folder);
    assertThat(catalogue.problems()).isEmpty();
    assertThat(catalogue.names(Kind.SCHEDULE)).contains("one", "two");
    LoadedPlugin one = catalogue.pluginOf(catalogue.find(Kind.SCHEDULE, "one").orElseThrow());
    Path place = folder.resolve("one");
    assertThat(one.path()).isEqualTo(place.resolve("plugin.jar").toString());
    String sums =
        Sha256.of(place.resolve("library.jar"))
            + "  library.jar\n"
            + Sha256.of(place.resolve("plugin.jar"))
            + "  plugin.jar\n";
    assertThat(one.sha256()).isEqualTo(Sha256.of(sums.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void two_plugins_in_a_subfolder_keep_their_names() throws Exception {
    Path both = Files.createDirectory(folder.resolve("both"));
    PluginJar.withFilter(both.resolve("a.jar"), "Alpha", "first");
    PluginJar.withFilter(both.resolve("b.jar"), "Beta", "second");
    Catalogue catalogue = foreign(folder);
    for (String name : List.of("first", "second")) {
      Component<?> component = catalogue.find(Kind.FILTER, name).orElseThrow();
      assertThat(PluginOrigin.of(component.type()))
          .isEqualTo(new PluginOrigin(catalogue.pluginOf(component).name(), true));
    }
    assertThat(catalogue.pluginOf(catalogue.find(Kind.FILTER, "second").orElseThrow()).name())
        .isEqualTo("Title of stranger.Beta");
  }

  @Test
  void shared_packages_are_loaded_by_the_host() throws Exception {
    Path jar =
        PluginJar.filter("One", "first")
            .source(
                "dev.varangian.spi.filter.RowFilter",
                "package dev.varangian.spi.filter; public non-sealed interface RowFilter extends"
                    + " GradientFilter { enum Needs {NOTHING} Needs needs();"
                    + " double[] weights(Points points); }")
            .write(folder.resolve("one.jar"));
    assertThat(foreign(jar).problems()).isEmpty();
    Class<?> type = foreign(jar).find(Kind.FILTER, "first").orElseThrow().type();
    assertThat(type.getInterfaces()).containsExactly(RowFilter.class);
    assertThat(type.getClassLoader().loadClass("jakarta.inject.Inject"))
        .isSameAs(jakarta.inject.Inject.class);
    assertThat(type.getClassLoader().loadClass("java.sql.Connection")).isNotNull();
  }

  @Test
  void a_jars_own_resources_come_first_and_services_only_from_it() throws Exception {
    Path hosts =
        PluginJar.plain()
            .entry("texts/greeting", "host")
            .entry("texts/parting", "host")
            .entry("META-INF/services/library.Service", "host")
            .write(folder.resolve("host.jar"));
    Path jar =
        PluginJar.filter("One", "first")
            .entry("texts/greeting", "own")
            .write(folder.resolve("one.jar"));
    try (URLClassLoader host = loader(hosts)) {
      ClassLoader loader =
          Catalogue.discover(List.of(jar), host)
              .find(Kind.FILTER, "first")
              .orElseThrow()
              .type()
              .getClassLoader();
      assertThat(loader.getResource("texts/greeting").toString()).contains("one.jar");
      assertThat(loader.getResource("texts/parting").toString()).contains("host.jar");
      assertThat(Collections.list(loader.getResources("texts/greeting")))
          .extracting(url -> url.toString().contains("one.jar"))
          .containsExactly(true, false);
      assertThat(loader.getResource("META-INF/services/library.Service")).isNull();
      assertThat(Collections.list(loader.getResources("META-INF/services/library.Service")))
          .isEmpty();
      assertThat(
              Collections.list(loader.getResources("META-INF/services/" + Plugin.class.getName())))
          .hasSize(1);
    }
  }
}
