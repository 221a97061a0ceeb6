package dev.varangian.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.varangian.core.catalogue.plugin.LoadedPlugin;
import dev.varangian.spi.Component;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.filter.GradientFilter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFolderTest {
  private static final String EXPERIMENT = "name: example\nseed: 1\nrounds: 2\n";
  private static final Environment ENVIRONMENT =
      new Environment("0.1.0", null, "17", "any", "any", "scalar", List.of(), Set.of());
  private static final GridRow CGE = row("cge-1", "cge", "1");
  private static final GridRow KRUM = row("multi-krum-2", "multi-krum(m=2,x=1)", "1");

  @TempDir Path temporary;
  private Path out;

  @BeforeEach
  void place() {
    out = temporary.resolve("results/example");
  }

  @Test
  void a_new_folder_gets_the_experiment_and_the_environment() {
    try (ResultsFolder results = ResultsFolder.open(out)) {
      assertThat(results.experiment()).isEmpty();
      results.begin(EXPERIMENT, ENVIRONMENT);
      assertThat(results.experiment()).contains(EXPERIMENT);
      assertThat(out.resolve("environment.json")).hasContent(ENVIRONMENT.toJson());
      assertThat(results.finishedRuns()).isEmpty();
    }
  }

  @Test
  void the_summary_has_the_finished_runs_in_the_order_of_the_grid() {
    try (ResultsFolder results = ResultsFolder.open(out)) {
      results.begin(EXPERIMENT, ENVIRONMENT);
      Results.small().write(results.run(KRUM.id()), "seed: 1\n", KRUM.swept());
      results.writeSummary(List.of(CGE, KRUM));
    }
    try (ResultsFolder continued = ResultsFolder.open(out)) {
      assertThat(continued.finishedRuns()).containsExactly("multi-krum-2");
      continued.begin(EXPERIMENT, ENVIRONMENT);
      Results.diverged().write(continued.run(CGE.id()), "seed: 1\n", CGE.swept());
      continued.writeSummary(List.of(CGE, KRUM));
      assertThat(continued.finishedRuns()).containsExactly("cge-1", "multi-krum-2");
    }
    assertThat(out.resolve("summary.csv"))
        .content()
        .isEqualTo(
            """
            filter,seed,final_test_accuracy,final_test_loss,best_test_accuracy,diverged_at,\
            resilience_condition,rounds,rounds_per_second,seconds
            cge,1,0.098,,0.098,1,false,1,4.0,0.25
            "multi-krum(m=2,x=1)",1,0.9375,1.25,0.96875,,true,2,4.0,0.5
            """);
  }

  @Test
  void without_a_sweep_the_summary_has_only_the_results() {
    GridRow single = new GridRow("cge-1", Map.of());
    try (ResultsFolder results = ResultsFolder.open(out)) {
      results.begin(EXPERIMENT, ENVIRONMENT);
      Results.small().write(results.run(single.id()), "seed: 1\n", single.swept());
      assertThat(results.summary(List.of(single)))
          .containsExactly(
              RunSummary.COLUMNS,
              List.of("0.9375", "1.25", "0.96875", "", "true", "2", "4.0", "0.5"));
    }
  }

  @Test
  void results_of_another_experiment_are_rejected_and_not_changed() {
    try (ResultsFolder results = ResultsFolder.open(out)) {
      results.begin(EXPERIMENT, ENVIRONMENT);
    }
    try (ResultsFolder results = ResultsFolder.open(out)) {
      assertThatThrownBy(() -> results.begin(EXPERIMENT.replace("seed: 1", "seed: 2"), ENVIRONMENT))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage(
              "results folder "
                  + out
                  + " contains another experiment: seed is 1 there but 2 here;"
                  + " choose another results folder (--out)");
    }
    assertThat(out.resolve("experiment.yaml")).hasContent(EXPERIMENT);
  }

  @Test
  void the_same_experiment_of_another_name_is_continued() {
    try (ResultsFolder results = ResultsFolder.open(out)) {
      results.begin(EXPERIMENT, ENVIRONMENT);
      results.begin(EXPERIMENT.replace("example", "renamed"), ENVIRONMENT);
      assertThat(results.experiment()).contains(EXPERIMENT);
    }
  }

  private static final Component<?> FILTER = Component.filter("mine", GradientFilter.class);

  /** One in which the filter comes from a plugin. */
  private static Environment with(String name, String sha256, boolean foreign) {
    List<LoadedPlugin> plugins =
        List.of(
            new LoadedPlugin(name, "1", "a.jar", sha256, "1.0", foreign, List.of(FILTER)),
            new LoadedPlugin("unused", "1", "b.jar", sha256 + "0", "1.0", true, List.of()));
    return new Environment("0.1.0", null, "17", "any", "any", "scalar", plugins, Set.of())
        .using(List.of(FILTER));
  }

  @Test
  void continuing_with_a_different_external_jar_is_reported() {
    try (ResultsFolder results = ResultsFolder.open(out)) {
      assertThat(results.otherPlugins(with("mine", "aa", true))).isEmpty();
      results.begin(EXPERIMENT, with("mine", "aa", true));
      assertThat(results.otherPlugins(with("mine", "aa", true))).isEmpty();
      assertThat(results.otherPlugins(with("renamed", "aa", true))).isEmpty();
      assertThat(results.otherPlugins(with("mine", "bb", true)))
          .contains(
              "its filter mine came from mine of SHA-256 aa, but now comes from mine of SHA-256"
                  + " bb");
      assertThat(results.otherPlugins(with("core", "cc", false)))
          .contains(
              "its filter mine came from mine of SHA-256 aa, but now comes from core on the class"
                  + " path");
    }
  }

  @Test
  void continuing_with_another_version_of_built_in_plugins_is_not_reported() {
    try (ResultsFolder results = ResultsFolder.open(out)) {
      results.begin(EXPERIMENT, with("core", "aa", false));
      assertThat(results.otherPlugins(with("core", "bb", false))).isEmpty();
      assertThat(results.otherPlugins(with("mine", "bb", true))).isPresent();
    }
  }

  @Test
  void unused_jars_do_not_matter() {
    try (ResultsFolder results = ResultsFolder.open(out)) {
      results.begin(EXPERIMENT, with("mine", "aa", true).using(List.of()));
      assertThat(results.otherPlugins(with("mine", "bb", true).using(List.of()))).isEmpty();
    }
  }

  @Test
  void an_environment_without_plugins_does_not_matter() throws IOException {
    try (ResultsFolder results = ResultsFolder.open(out)) {
      results.begin(EXPERIMENT, ENVIRONMENT);
      for (String text : List.of("", "{", "[1]", "{\"plugins\": [{\"name\": \"mine\"}]}")) {
        Files.writeString(out.resolve("environment.json"), text);
        assertThat(results.otherPlugins(with("mine", "aa", true))).isEmpty();
      }
    }
  }

  @Test
  void a_damaged_experiment_is_rejected() throws IOException {
    Files.createDirectories(out);
    for (String damaged : List.of("", "seed: [1", "just words")) {
      Files.writeString(out.resolve("experiment.yaml"), damaged);
      try (ResultsFolder results = ResultsFolder.open(out)) {
        assertThatThrownBy(() -> results.check(EXPERIMENT))
            .isInstanceOf(ConfigurationException.class)
            .hasMessage(
                out.resolve("experiment.yaml")
                    + " is damaged; choose another results folder (--out)");
      }
    }
  }

  @Test
  void files_that_are_no_results_are_not_overwritten() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("summary.csv"), "mine");
    try (ResultsFolder results = ResultsFolder.open(out)) {
      assertThatThrownBy(() -> results.begin(EXPERIMENT, ENVIRONMENT))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining(out.toString())
          .hasMessageContaining("summary.csv");
    }
    assertThat(out.resolve("summary.csv")).hasContent("mine");
    assertThat(out.resolve("experiment.yaml")).doesNotExist();
  }

  @Test
  void discarded_runs_are_not_finished() {
    try (ResultsFolder results = ResultsFolder.open(out)) {
      results.begin(EXPERIMENT, ENVIRONMENT);
      Results.small().write(results.run(CGE.id()), "seed: 1\n", CGE.swept());
      results.run(CGE.id()).discard();
      assertThat(results.finishedRuns()).isEmpty();
      assertThat(results.summary(List.of(CGE))).hasSize(1);
    }
  }

  @Test
  void a_folder_without_results_is_removed_again() {
    ResultsFolder.open(out).close();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void a_folder_of_the_user_is_kept() throws IOException {
    Files.createDirectories(out);
    ResultsFolder.open(out).close();
    assertThat(out).isDirectory();
  }

  @Test
  void a_folder_that_cannot_be_made_is_rejected_and_nothing_is_left() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    assertThatThrownBy(() -> ResultsFolder.open(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("results folder " + file + " is a file");
    Path below = file.resolve("results");
    assertThatThrownBy(() -> ResultsFolder.open(below))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("cannot create results folder " + below + ": ");
    assertThat(temporary.toFile().list()).containsExactly("file");
  }

  @Test
  void an_unwritable_folder_is_rejected() throws IOException {
    Files.createDirectories(out);
    File folder = out.toFile();
    assumeFalse(
        !folder.setWritable(false) || Files.isWritable(out), "this user may write anywhere");
    try {
      assertThatThrownBy(() -> ResultsFolder.open(out))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage("results folder " + out + " is not writable: permission denied");
    } finally {
      assertThat(folder.setWritable(true)).isTrue();
    }
  }

  @Test
  void an_open_folder_is_not_opened_twice() {
    try (ResultsFolder results = ResultsFolder.open(out)) {
      assertThatThrownBy(() -> ResultsFolder.open(results.path()))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining(out.toString())
          .hasMessageContaining("in use");
    }
    ResultsFolder.open(out).close();
  }

  @Test
  void a_folder_open_in_another_process_is_not_opened() throws Exception {
    try (ResultsFolder results = ResultsFolder.open(out)) {
      Process other =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Opener.class.getName(),
                  results.path().toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(said).contains("results folder " + out + " is in use by another process");
      assertThat(other.exitValue()).isEqualTo(2);
    }
  }

  /** Opens a folder in a process of its own. */
  static final class Opener {
    private Opener() {}

    public static void main(String[] args) {
      try (ResultsFolder results = ResultsFolder.open(Path.of(args[0]))) {
        System.out.println("opened " + results.path());
      } catch (ConfigurationException e) {
        System.out.println(e.getMessage());
        System.exit(2);
      }
    }
  }

  private static GridRow row(String id, String filter, String seed) {
    Map<String, String> swept = new LinkedHashMap<>();
    swept.put("filter", filter);
    swept.put("seed", seed);
    return new GridRow(id, swept);
  }
}
