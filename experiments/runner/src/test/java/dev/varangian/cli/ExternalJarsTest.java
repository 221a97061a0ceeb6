package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.varangian.core.catalogue.plugin.Sha256;
import dev.varangian.spi.SpiVersion;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Jars of strangers, good and bad, as the user of the command meets them. */
class ExternalJarsTest {
  private static final String EXPERIMENT =
      """
      name: foreign
      model: softmax-regression
      dataset: {name: synthetic-digits, training: 50, test: 20}
      agents: 4
      faulty: 1
      batch-size: 2
      rounds: 2
      step-size: 0.1
      filter: pick
      fault: gradient-reverse
      """;

  // A jar whose classes are loaded can't be deleted on every system.
  @TempDir(cleanup = CleanupMode.NEVER)
  private Path folder;

  /** A plugin with one filter, which takes the vector of one agent. */
  private static String source(String type, String filter, int agent) {
    return """
    import dev.varangian.spi.*;
    import dev.varangian.spi.context.*;
    import dev.varangian.spi.data.*;
    import dev.varangian.spi.fault.*;
    import dev.varangian.spi.filter.*;
    import dev.varangian.spi.training.*;
    import jakarta.inject.Inject;
    import java.util.List;

    public final class %s implements Plugin {
      @Override
      public List<Component<?>> components() {
        return List.of(Component.filter("%s", Pick.class).summary("Takes one vector"));
      }

      public static final class Pick implements RowFilter {
        @Inject
        Pick() {}

        @Override
        public Needs needs() {
          return Needs.NOTHING;
        }

        @Override
        public double[] weights(Points points) {
          double[] weights = new double[points.count()];
          weights[%d] = 1;
          return weights;
        }
      }
    }
    """
        .formatted(type, filter, agent);
  }

  private Path jar(String name, String filter, int agent) throws IOException {
    return PluginJar.of("Picker", name, source("Picker", filter, agent), folder);
  }

  private Invocation run(Map<String, String> environment, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("foreign.yaml"), EXPERIMENT);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                file.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--threads",
                "1"));
    arguments.addAll(List.of(more));
    return Invocation.with(environment, arguments.toArray(String[]::new));
  }

  @Test
  void bad_jars_are_a_line_each_and_good_ones_are_used() throws Exception {
    Path jars = Files.createDirectory(folder.resolve("jars"));
    Files.move(jar("good", "pick", 1), jars.resolve("good.jar"));
    Files.createFile(jars.resolve("empty.jar"));
    Files.writeString(jars.resolve("text.jar"), "no jar at all");
    Files.move(jar("same", "cge", 0), jars.resolve("same.jar"));

    Invocation call = Invocation.of("list", "filters", "--plugins", jars.toString());
    assertThat(call.code()).isZero();
    assertThat(call.out()).contains("\npick ", "Takes one vector");
    assertThat(call.err().lines())
        .satisfiesExactlyInAnyOrder(
            line ->
                assertThat(line)
                    .isEqualTo(note(jars, "empty.jar") + "it is empty: rebuild or copy it again"),
            line -> assertThat(line).startsWith(note(jars, "text.jar") + "it is not a jar ("),
            line ->
                assertThat(line)
                    .startsWith(
                        note(jars, "same.jar")
                            + "the filter cge is ignored: the built-in component of "));

    Invocation run = run(Map.of(), "--plugins", jars.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("empty.jar", "text.jar", "same.jar");
  }

  private static String note(Path jars, String name) {
    return "varangian: " + jars.resolve(name) + ": ";
  }

  @Test
  void a_run_that_names_what_was_not_loaded_says_why() throws Exception {
    Path one = jar("one", "pick", 1);
    Path two = jar("two", "pick", 2);
    Invocation both = run(Map.of(), "--plugins", one.toString(), "--plugins", two.toString());
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err())
        .contains(
            "foreign.yaml:9 filter: the filter pick is ignored: "
                + one
                + " and "
                + two
                + " each declare one");
    Path empty = Files.createFile(folder.resolve("empty.jar"));
    Invocation none = run(Map.of(), "--plugins", empty.toString());
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err())
        .contains("no filter is called \"pick\" (", "; not loaded: " + empty + ": it is empty");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void jars_are_found_beside_the_launcher_in_the_environment_and_by_the_option() throws Exception {
    Path home = folder.resolve("home");
    Path beside = Files.createDirectories(home.resolve("bin/plugins"));
    assertThat(Invocation.at(home, Map.of(), "list").err()).isEmpty();
    Files.move(jar("beside", "beside", 0), beside.resolve("beside.jar"));
    String named = jar("named", "named", 0) + File.pathSeparator + jar("second", "second", 0);
    Path given = jar("given", "given", 0);
    Invocation call =
        Invocation.at(
            home,
            Map.of("VARANGIAN_PLUGINS", named),
            "list",
            "filters",
            "--plugins",
            given.toString());
    assertThat(call.err()).isEmpty();
    assertThat(call.out()).contains("beside ", "\nnamed ", "\nsecond ", "\ngiven ");
  }

  @Test
  void the_list_of_plugins_tells_all_about_them() throws Exception {
    Path good = jar("good", "pick", 1);
    Path empty = Files.createFile(folder.resolve("empty.jar"));
    String[] words = {
      "list", "plugins", "--plugins", good.toString(), "--plugins", empty.toString()
    };
    Invocation text = Invocation.of(words);
    assertThat(text.code()).isZero();
    assertThat(text.out())
        .containsPattern("\ngood +1 component\n")
        .containsPattern("\n {2}jar +" + good + "\n")
        .containsPattern("\n {2}SHA-256 +" + Sha256.of(good) + "\n")
        .containsPattern("\n {2}plugin API +" + SpiVersion.CURRENT + "\n")
        .containsPattern("\n {2}components +filter pick\n")
        .containsPattern("\nempty.jar +not loaded\n")
        .containsPattern("\n {2}why +it is empty: rebuild or copy it again\n");

    String[] more = java.util.Arrays.copyOf(words, words.length + 1);
    more[words.length] = "--json";
    JsonNode all = new ObjectMapper().readTree(Invocation.of(more).out());
    JsonNode last = all.get(all.size() - 1);
    assertThat(last.path("name").asText()).isEqualTo("empty.jar");
    assertThat(last.path("loaded").asBoolean(true)).isFalse();
    assertThat(last.path("problems").get(0).asText()).startsWith("it is empty");
    JsonNode plugin = all.get(all.size() - 2);
    assertThat(plugin.path("kind").asText()).isEqualTo("plugin");
    assertThat(plugin.path("name").asText()).isEqualTo("good");
    assertThat(plugin.path("plugin").asText()).isEqualTo(good.toString());
    assertThat(plugin.path("loaded").asBoolean()).isTrue();
    assertThat(plugin.path("sha256").asText()).isEqualTo(Sha256.of(good));
    assertThat(plugin.path("spi").asText()).isEqualTo(SpiVersion.CURRENT.toString());
    assertThat(plugin.path("components").get(0).asText()).isEqualTo("filter pick");
    assertThat(plugin.path("problems")).isEmpty();
  }

  @Test
  void results_are_not_continued_with_another_jar() throws Exception {
    Path first = jar("plugin", "pick", 1);
    assertThat(run(Map.of(), "--plugins", first.toString()).code()).isZero();
    String before = Sha256.of(first);
    Path weights = weights();
    byte[] made = Files.readAllBytes(weights);
    JsonNode recorded =
        new ObjectMapper().readTree(folder.resolve("out/environment.json").toFile());
    assertThat(recorded.path("plugins"))
        .anySatisfy(
            plugin -> {
              assertThat(plugin.path("sha256").asText()).isEqualTo(before);
              assertThat(plugin.path("used").get(0).asText()).isEqualTo("filter pick");
            });
    Path unused = jar("unused", "unused", 1);
    Invocation same = run(Map.of(), "--plugins", first.toString(), "--plugins", unused.toString());
    assertThat(same.code()).isZero();
    assertThat(same.err()).contains("1 finished run is kept");

    Path other = jar("other", "pick", 0);
    Invocation refused = run(Map.of(), "--plugins", other.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "results folder "
                + folder.resolve("out")
                + " was created with a different plugin: its filter pick came from plugin of SHA-256 "
                + before
                + ", but now comes from other of SHA-256 "
                + Sha256.of(other)
                + "; --fresh runs everything again, or choose another results folder (--out)");
    assertThat(Files.readAllBytes(weights)).isEqualTo(made);

    assertThat(run(Map.of(), "--plugins", other.toString(), "--fresh").code()).isZero();
    assertThat(Files.readAllBytes(weights)).isNotEqualTo(made);
  }

  private Path weights() throws IOException {
    try (var runs = Files.list(folder.resolve("out/runs"))) {
      return runs.findFirst().orElseThrow().resolve("weights.npy");
    }
  }
}
