package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint that can't be used is reported in a line, and the run restarts. */
class UnusableCheckpointTest {
  private static final String EXPERIMENT =
      """
      name: toy
      model: softmax-regression
      dataset: {name: synthetic-digits, training: 50, test: 20}
      agents: 4
      batch-size: 2
      rounds: 3
      step-size: 0.1
      filter: mean
      """;

  @TempDir private Path folder;
  private Path run = Path.of("");
  private String metrics = "";

  @BeforeEach
  void leave_an_unfinished_run() throws IOException {
    Files.writeString(folder.resolve("toy.yaml"), EXPERIMENT);
    assertThat(make().code()).isZero();
    try (Stream<Path> runs = Files.list(folder.resolve("out/runs"))) {
      run = runs.findFirst().orElseThrow();
    }
    metrics = Files.readString(run.resolve("metrics.csv"));
    Files.delete(run.resolve("summary.json"));
    Files.delete(run.resolve("metrics.csv"));
  }

  private Invocation make() {
    return Invocation.of(
        "run", folder.resolve("toy.yaml").toString(), "--out", folder.resolve("out").toString());
  }

  private void assertMadeAnew(String reason) {
    Invocation again = make();
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.err())
        .contains(
            "varangian: toy: restarting: "
                + run.resolve("checkpoint.bin")
                + " cannot be used: "
                + reason
                + "\n");
    assertThat(run.resolve("metrics.csv")).hasContent(metrics);
    assertThat(run.resolve("checkpoint.bin")).doesNotExist();
  }

  @Test
  void of_a_run_that_was_finished_after_all_it_goes() throws IOException {
    assertThat(make().code()).isZero();
    Files.writeString(run.resolve("checkpoint.bin"), "left over");
    Files.writeString(run.resolve(".checkpoint.bin.part"), "left");

    assertThat(make().err()).contains("1 finished run is kept").doesNotContain("anew");
    assertThat(run.resolve("checkpoint.bin")).doesNotExist();
    assertThat(run.resolve(".checkpoint.bin.part")).doesNotExist();
  }

  @Test
  void since_it_is_damaged() throws IOException {
    Files.writeString(run.resolve("checkpoint.bin"), "half a checkp");

    assertMadeAnew("it is damaged");
  }
}
