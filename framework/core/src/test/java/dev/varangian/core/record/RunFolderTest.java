package dev.varangian.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.spi.context.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {
  @TempDir Path out;
  private RunFolder run;

  @BeforeEach
  void place() {
    run = new RunFolder(out.resolve("runs/cge-1234"));
  }

  @Test
  void the_files_have_exactly_these_bytes() {
    Results.small().write(run, "seed: 1\n", swept("filter", "multi-krum(m=2)", "seed", "1"));
    assertThat(run.path().toFile().list())
        .containsExactlyInAnyOrder(
            "run.yaml", "metrics.csv", "agents.csv", "timings.csv", "weights.npy", "summary.json");
    assertThat(content("run.yaml")).isEqualTo("seed: 1\n");
    assertThat(content("metrics.csv"))
        .isEqualTo(
            """
            round,train_loss,test_loss,test_accuracy,update_norm,honest_gradient_norm,faulty_weight,missing
            1,2.5,,,0.1,1.0E-5,0.0,0
            2,0.3,1.25,0.9375,1.0E10,3.0,,1
            """);
    assertThat(content("agents.csv"))
        .isEqualTo(
            """
            round,agent,faulty,norm,weight
            1,1,false,0.5,1.0
            1,2,true,200.25,0.0
            2,1,false,0.1,0.5
            2,2,true,0.0,
            """);
    assertThat(content("timings.csv"))
        .isEqualTo(
            """
            round,gradients_ms,faults_ms,filter_ms,update_ms,evaluation_ms
            1,2.5,0.001,0.0,0.123456,0.0
            2,2.0,0.001,0.01,0.1,9.0
            """);
    assertThat(run.path().resolve("weights.npy")).hasSize(128 + 3 * 4);
    assertThat(content("summary.json"))
        .isEqualTo(
            """
            {
              "parameters": 3,
              "filter": "multi-krum(m=2)",
              "seed": 1,
              "final_test_accuracy": 0.9375,
              "final_test_loss": 1.25,
              "best_test_accuracy": 0.96875,
              "diverged_at": null,
              "resilience_condition": true,
              "rounds": 2,
              "rounds_per_second": 4.0,
              "seconds": 0.5
            }
            """);
  }

  @Test
  void a_diverged_run_records_the_round_and_leaves_non_finite_cells_empty() {
    Results.diverged().write(run, "seed: 1\n", Map.of());
    assertThat(content("metrics.csv")).endsWith("\n1,,,0.098,,,0.5,0\n");
    assertThat(content("summary.json"))
        .contains("\"diverged_at\": 1", "\"final_test_loss\": null")
        .contains("\"resilience_condition\": false");
  }

  @Test
  void a_run_that_stopped_half_way_is_not_finished() throws IOException {
    Files.createDirectories(run.path());
    Files.writeString(run.path().resolve("metrics.csv"), "round\n");
    assertThat(run.finished()).isFalse();
    Results.small().write(run, "seed: 1\n", Map.of());
    assertThat(run.finished()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run.yaml", "metrics.csv", "agents.csv", "timings.csv", "weights.npy"})
  void a_run_with_a_missing_file_is_not_finished(String name) throws IOException {
    Results.small().write(run, "", Map.of());
    assertThat(run.finished()).isTrue();
    Files.delete(run.path().resolve(name));
    assertThat(run.finished()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage", "{}", "[]", "{\"final_test_accuracy\": 0.9"})
  void a_run_with_a_damaged_summary_is_not_finished(String summary) throws IOException {
    Results.small().write(run, "", Map.of());
    Files.writeString(run.path().resolve("summary.json"), summary);
    assertThat(run.finished()).isFalse();
  }

  @Test
  void a_finished_run_that_fails_to_be_written_again_is_not_finished() throws IOException {
    Results.small().write(run, "seed: 1\n", Map.of());
    Files.delete(run.path().resolve("weights.npy"));
    Files.createDirectories(run.path().resolve("weights.npy/in-the-way"));
    assertThatThrownBy(() -> Results.small().write(run, "seed: 1\n", Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("cannot write " + run.path().resolve("weights.npy") + ": ");
    assertThat(run.finished()).isFalse();
  }

  @Test
  void a_result_column_takes_precedence_over_a_swept_key() {
    Results.small().write(run, "seed: 1\n", swept("rounds", "500"));
    assertThat(run.summary()).containsEntry("rounds", "2");
  }

  private String content(String file) {
    try {
      return Files.readString(run.path().resolve(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> swept(String... keysAndValues) {
    Map<String, String> swept = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      swept.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return swept;
  }
}
