package dev.varangian.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varangian.core.catalogue.plugin.LoadedPlugin;
import dev.varangian.spi.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A jar that can't be used gives one line, and a good one beside it is as good as ever. */
class BadJarTest {
  private static final String SERVICE = "META-INF/services/dev.varangian.spi.Plugin";

  // A jar whose classes are loaded can't be deleted on every system.
  @TempDir(cleanup = CleanupMode.NEVER)
  private Path folder;

  private Path bad;
  private Path good;

  @BeforeEach
  void create_valid_jar() throws IOException {
    bad = folder.resolve("bad.jar");
    good = PluginJar.withFilter(folder.resolve("good.jar"), "Good", "first");
  }

  /** The one line, without the name of the jar. */
  private String line() {
    Catalogue catalogue = Catalogue.discover(List.of(bad, good));
    assertThat(catalogue.find(Kind.FILTER, "first")).isPresent();
    assertThat(catalogue.plugins()).extracting(LoadedPlugin::path).contains(good.toString());
    assertThat(catalogue.problems()).hasSize(1);
    assertThat(catalogue.refusals().get(0).places()).containsExactly(bad.toString());
    String line = catalogue.problems().get(0);
    assertThat(line).startsWith(bad + ": ").doesNotContain("\n");
    return line.substring((bad + ": ").length());
  }

  /** A plugin whose list of components is this. */
  private static PluginJar declaring(String components, String more) {
    return PluginJar.naming("stranger.Bad")
        .source(
            "stranger.Bad",
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

            public final class Bad implements Plugin {
              @Override
              public List<Component<?>> components() {
                %s
              }

              %s
            }
            """
                .formatted(components, more));
  }

  private static final String STEADY =
      """
      public static final class Steady implements StepSizeSchedule {
        @Inject
        Steady() {}

        @Override
        public double at(int round) {
          return 1;
        }
      }
      """;

  @Test
  void an_empty_file() throws Exception {
    Files.createFile(bad);
    assertThat(line()).isEqualTo("it is empty: rebuild or copy it again");
  }

  @Test
  void a_file_that_is_not_a_zip_file() throws Exception {
    Files.writeString(bad, "no jar at all");
    assertThat(line())
        .isEqualTo("it is not a jar (not a zip file, or a damaged one): rebuild or copy it again");
  }

  @Test
  void a_truncated_file() throws Exception {
    byte[] whole = Files.readAllBytes(good);
    Files.write(bad, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThat(line()).startsWith("it is not a jar (");
  }

  @Test
  void a_dangling_link() throws Exception {
    Files.createSymbolicLink(bad, folder.resolve("gone.jar"));
    Path jars = Files.createDirectory(folder.resolve("jars"));
    Files.move(bad, jars.resolve("bad.jar"));

    assertThat(Catalogue.discover(List.of(jars)).problems())
        .containsExactly(jars.resolve("bad.jar") + ": it is a link to a file that does not exist");
  }

  @Test
  void a_pipe_without_a_writer() throws Exception {
    Process made = start("mkfifo", bad);
    assumeTrue(made.waitFor() == 0, "no pipes here");

    assertThat(line()).isEqualTo("it is a pipe or a device, not a file");
  }

  private static Process start(String command, Path file) {
    try {
      return new ProcessBuilder(command, file.toString()).start();
    } catch (IOException e) {
      return abort("no " + command + " here");
    }
  }

  @Test
  void an_endless_service_file() throws Exception {
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(bad))) {
      jar.putNextEntry(new ZipEntry(SERVICE));
      jar.write(("#".repeat(1 << 20) + "\nstranger.Bad").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(line()).startsWith("its " + SERVICE + " names no class");
  }

  @Test
  void control_characters() throws Exception {
    declaring("throw new IllegalStateException(\"\\u001b[2Jboo\\u009b\");", "").write(bad);
    assertThat(line()).endsWith("IllegalStateException: ?[2Jboo?");

    declaring(
            "return List.of(Component.schedule(\"bad\", Steady.class).summary(\"one\\ntwo\"));",
            STEADY)
        .write(bad);
    assertThat(line())
        .isEqualTo(
            "the schedule bad cannot be used: its summary contains line breaks or control"
                + " characters; expected one line of text");
  }

  @Test
  void no_service_file() throws Exception {
    PluginJar.plain().entry("readme.txt", "nothing").write(bad);
    assertThat(line())
        .isEqualTo(
            "it contains no plugin (no "
                + SERVICE
                + "); put a plugin and its libraries into their own subfolder");
  }

  @Test
  void an_empty_service_file() throws Exception {
    PluginJar.plain().entry(SERVICE, "# nothing yet\n\n").write(bad);
    assertThat(line()).isEqualTo("its " + SERVICE + " names no class; expected its Plugin class");
  }

  @Test
  void a_service_file_that_names_a_missing_class() throws Exception {
    PluginJar.naming("stranger.Nowhere").write(bad);
    assertThat(line())
        .isEqualTo(
            "its "
                + SERVICE
                + " names the class stranger.Nowhere, which is not in the"
                + " jar; expected its Plugin class");
  }

  @Test
  void a_service_file_that_names_a_class_that_is_not_a_plugin() throws Exception {
    PluginJar.naming("stranger.Other")
        .source("stranger.Other", "package stranger; public final class Other {}")
        .write(bad);
    assertThat(line())
        .isEqualTo(
            "its "
                + SERVICE
                + " names the class stranger.Other, which does not implement"
                + " dev.varangian.spi.Plugin");
  }

  @Test
  void a_plugin_that_cannot_be_instantiated() throws Exception {
    declaring("return List.of();", "public Bad(int number) {}").write(bad);
    assertThat(line())
        .isEqualTo(
            "its plugin class stranger.Bad cannot be instantiated; expected a class that"
                + " is not abstract and has a constructor without parameters");
  }

  @Test
  void a_missing_library() throws Exception {
    declaring(
            "return List.of(Component.schedule(\"steady\", Steady.class));",
            "public static final class Steady extends library.Base { @Inject Steady() {} }")
        .source(
            "library.Base",
            """
            package library;

            public class Base implements dev.varangian.spi.training.StepSizeSchedule {
              @Override
              public double at(int round) {
                return 1;
              }
            }
            """)
        .without("library.Base")
        .write(bad);
    assertThat(line())
        .isEqualTo(
            "it needs the class library.Base, which is not in the jar: pack its libraries into the"
                + " jar, or put the jar and its libraries into a subfolder of a plugins folder");
  }

  @Test
  void no_components() throws Exception {
    declaring("return List.of();", "").write(bad);
    assertThat(line())
        .isEqualTo("its plugin declares no components; expected at least one in components()");
  }

  @Test
  void a_plugin_that_never_finishes_declaring() throws Exception {
    declaring("while (true) { Thread.onSpinWait(); }", "").write(bad);
    Catalogue catalogue =
        Catalogue.discover(
            List.of(bad, good), Catalogue.class.getClassLoader(), Duration.ofSeconds(5));
    assertThat(catalogue.find(Kind.FILTER, "first")).isPresent();
    assertThat(catalogue.problems()).hasSize(1);
    assertThat(catalogue.problems().get(0))
        .isEqualTo(
            bad
                + ": it did not finish declaring its components within 5 s; its author has to fix"
                + " this");
  }

  @Test
  void the_name_of_another_external_component() throws Exception {
    PluginJar.withFilter(bad, "Bad", "second");
    Path other = PluginJar.withFilter(folder.resolve("other.jar"), "Other", "second");
    Catalogue catalogue = Catalogue.discover(List.of(bad, other, good));
    assertThat(catalogue.names(Kind.FILTER)).containsExactly("first");
    String line =
        "the filter second is ignored: "
            + bad
            + " and "
            + other
            + " each declare one; remove all but one";
    assertThat(catalogue.problems()).containsExactly(line);
    assertThat(catalogue.unknown(Kind.FILTER, "second")).isEqualTo(line);
  }

  @Test
  void a_duplicate_name() throws Exception {
    declaring(
            "return List.of(Component.schedule(\"steady\", Steady.class),"
                + " Component.schedule(\"steady\", Steady.class));",
            STEADY)
        .write(bad);
    assertThat(line()).isEqualTo("the schedule steady is ignored: it is declared more than once");
  }

  @Test
  void a_newer_version_of_java() throws Exception {
    PluginJar.filter("Bad", "second")
        .changed(bytes -> ByteBuffer.wrap(bytes).putShort(6, (short) (44 + 99)).array())
        .write(bad);
    assertThat(line())
        .isEqualTo(
            "it is built for Java 99, but this is Java "
                + Runtime.version().feature()
                + ": build it with --release 17, or run a newer Java");
  }

  @Test
  void an_exception_while_it_declares_its_components() throws Exception {
    declaring("throw new IllegalStateException(\"out of order\\nfor good\");", "").write(bad);
    assertThat(line())
        .isEqualTo(
            "it failed while declaring its components; its author has"
                + " to fix this: IllegalStateException: out of order");
  }

  @Test
  void an_error_while_its_class_is_initialised() throws Exception {
    declaring("return List.of();", "static int number = List.of(1).get(1);").write(bad);
    assertThat(line()).contains("declaring its components").contains("OutOfBoundsException");
  }

  @Test
  void null_instead_of_a_list_of_components() throws Exception {
    declaring("return null;", "").write(bad);
    assertThat(line()).endsWith("components() returned null or a list that contains null");
  }

  @Test
  void an_invalid_name() throws Exception {
    declaring("return List.of(Component.schedule(\"No Name\", Steady.class));", STEADY).write(bad);
    assertThat(line())
        .endsWith("the name \"No Name\" of a schedule is not in kebab-case, as in my-schedule");
  }

  @Test
  void another_version_of_the_plugin_api() throws Exception {
    PluginJar.filter("Bad", "second").attribute("Varangian-SPI", "99.1").write(bad);
    assertThat(line())
        .isEqualTo(
            "it is built for version 99.1 of the plugin API, but this Varangian has version "
                + dev.varangian.spi.SpiVersion.CURRENT
                + ": build it for that version");
  }

  @Test
  void no_version_of_the_plugin_api() throws Exception {
    PluginJar.filter("Bad", "second").attribute("Varangian-SPI", "the newest").write(bad);
    assertThat(line())
        .isEqualTo(
            "its manifest says Varangian-SPI: \"the newest\", expected a version such as "
                + dev.varangian.spi.SpiVersion.CURRENT);
  }

  @Test
  void a_missing_class_of_the_plugin_api() throws Exception {
    declaring("return new dev.varangian.spi.Later().list();", "")
        .source(
            "dev.varangian.spi.Later",
            """
            package dev.varangian.spi;

            public class Later {
              public java.util.List<Component<?>> list() {
                return java.util.List.of();
              }
            }
            """)
        .write(bad);
    assertThat(line())
        .isEqualTo(
            "it needs the class dev.varangian.spi.Later, which is not in version "
                + dev.varangian.spi.SpiVersion.CURRENT
                + " of the plugin API: build it for that version");
  }

  @Test
  void a_missing_method_of_a_library() throws Exception {
    declaring("return library.Old.list();", "")
        .source(
            "library.Old",
            """
            package library;

            public class Old {
              public static java.util.List<dev.varangian.spi.Component<?>> list() {
                return java.util.List.of();
              }
            }
            """)
        .without("library.Old")
        .write(folder.resolve("half.jar"));
    Path place = Files.createDirectory(folder.resolve("apart"));
    Files.move(folder.resolve("half.jar"), place.resolve("half.jar"));
    PluginJar.plain()
        .source("library.Old", "package library; public class Old {}")
        .write(place.resolve("library.jar"));
    Catalogue catalogue = Catalogue.discover(List.of(folder));
    assertThat(catalogue.find(Kind.FILTER, "first")).isPresent();
    assertThat(catalogue.problems())
        .singleElement()
        .asString()
        .startsWith(place.resolve("half.jar") + ": it is not compatible with version ")
        .contains("NoSuchMethodError")
        .endsWith("): rebuild it against them");
  }

  @Test
  void a_bad_parameter_record() throws Exception {
    declaring(
            "return List.of(Component.schedule(\"steady\", Steady.class));",
            STEADY.replace("Steady()", "Steady(Parameters parameters)")
                + "public record Parameters(double rate) {}")
        .write(bad);
    assertThat(line())
        .isEqualTo(
            "the schedule steady cannot be used: the component rate of Parameters has no @Param");
  }

  @Test
  void a_parameter_of_a_missing_class() throws Exception {
    declaring(
            "return List.of(Component.schedule(\"steady\", Steady.class));",
            STEADY.replace("Steady() {}", "Steady(library.Thing thing) {}"))
        .source("library.Thing", "package library; public class Thing {}")
        .without("library.Thing")
        .write(bad);
    assertThat(line())
        .startsWith("the schedule steady cannot be used: it needs the class library.Thing, which");
  }

  @Test
  void an_unknown_name_may_be_in_a_jar_that_was_not_loaded() throws Exception {
    Files.createFile(bad);
    assertThat(Catalogue.discover(List.of(bad, good)).unknown(Kind.FILTER, "second"))
        .isEqualTo(
            "no filter is called \"second\" (all: varangian list filters; not loaded: "
                + bad
                + ": it is empty: rebuild or copy it again)");
  }
}
