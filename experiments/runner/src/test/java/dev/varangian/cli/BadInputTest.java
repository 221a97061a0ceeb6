package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is for the user to mend gives exit code 2, one message for each, and leaves nothing. */
class BadInputTest {
  private static final List<String> GOOD =
      List.of(
          "model: softmax-regression",
          "dataset: {name: synthetic-digits, training: 50, test: 20}",
          "agents: 4",
          "faulty: 1",
          "fault: gradient-reverse",
          "batch-size: 2",
          "rounds: 2",
          "step-size: 0.1",
          "filter: cge");

  @TempDir Path folder = Path.of("");

  private Path experiment(Stream<String> lines) throws IOException {
    return Files.write(folder.resolve("bad.yaml"), lines.toList());
  }

  private Invocation run(Path file, String... more) {
    List<String> arguments =
        Stream.concat(
                Stream.of("run", file.toString(), "--out", folder.resolve("out").toString()),
                Stream.of(more))
            .toList();
    return Invocation.of(arguments.toArray(String[]::new));
  }

  private void assertRefused(Invocation run, String message) {
    assertThat(run.err()).isEqualTo("varangian: " + message + "\n");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9 | filter: cgee | filter: no filter is called \"cgee\" (nearest: cge; all: varangian list"
            + " filters)",
        "6 | batch-size: 0 | batch-size: expected a whole number of at least 1, not 0",
        "6 | batch-size: many | batch-size: expected a whole number of at least 1, not \"many\"",
      })
  void a_wrong_value(int line, String wrong, String message) throws IOException {
    List<String> lines = new ArrayList<>(GOOD);
    lines.set(line - 1, wrong);
    Path file = experiment(lines.stream());

    assertRefused(run(file), file + ":" + line + " " + message);
  }

  @Test
  void data_files_that_are_missing() throws IOException {
    Path file =
        experiment(GOOD.stream().map(line -> line.startsWith("dataset") ? "dataset: mnist" : line));

    Invocation run = run(file, "--data", folder.resolve("nowhere").toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("varangian: " + file + ":2 dataset: ")
        .contains(folder.resolve("nowhere").resolve("mnist").toString())
        .contains("train-images-idx3-ubyte")
        .hasLineCount(1);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "softmax-regression | least-squares | its targets are numbers to predict, expected classes"
            + " (nearest model for numbers: linear-regression)",
        "mlp | least-squares | its targets are numbers to predict, expected classes (nearest model"
            + " for numbers: linear-regression)",
        "linear-regression | synthetic-digits | its targets are classes, expected numbers to"
            + " predict (nearest model for classes: softmax-regression)",
      })
  void a_model_for_other_targets(String model, String dataset, String message) throws IOException {
    List<String> lines = new ArrayList<>(GOOD);
    lines.set(0, "model: " + model);
    lines.set(1, "dataset: " + dataset);
    Path file = experiment(lines.stream());

    assertRefused(
        run(file),
        file
            + ":1 model: the model "
            + model
            + " does not fit the data set "
            + dataset
            + ": "
            + message);
  }

  @Test
  void a_results_folder_of_another_experiment() throws IOException {
    Path file = experiment(GOOD.stream());
    assertThat(run(file).code()).isZero();
    String before = Files.readString(folder.resolve("out/summary.csv"));

    Invocation other = run(file, "--set", "rounds=3");

    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err())
        .contains("contains another experiment: rounds is 2 there but 3 here")
        .hasLineCount(1);
    assertThat(folder.resolve("out/summary.csv")).hasContent(before);
  }

  @Test
  void a_results_folder_that_can_not_be_written() throws IOException {
    Path file = experiment(GOOD.stream());
    Path inTheWay = Files.writeString(folder.resolve("file"), "");

    Invocation run =
        Invocation.of("run", file.toString(), "--out", inTheWay.resolve("out").toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(inTheWay.toString()).hasLineCount(1);
  }

  @Test
  void a_finished_run_is_kept_and_made_again_when_fresh() throws IOException {
    Path file = experiment(GOOD.stream());
    assertThat(run(file).code()).isZero();
    Path summary = summaries().get(0);
    String first = Files.readString(summary);

    Invocation again = run(file);
    assertThat(again.code()).isZero();
    assertThat(again.err()).contains("1 finished run is kept").doesNotContain("round 2/2");
    assertThat(summary).hasContent(first);

    assertThat(run(file, "--fresh").err()).contains("round 2/2");
  }

  @Test
  void unknown_kernels() {
    Invocation call = Invocation.with(Map.of("VARANGIAN_KERNELS", "scalr"), "list");

    assertThat(call.err())
        .isEqualTo("varangian: VARANGIAN_KERNELS: expected scalar or nothing, not \"scalr\"\n");
    assertThat(call.code()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rnu | there is no command \"rnu\" (nearest: run; all: varangian --help)",
        "list filtres | there is no kind \"filtres\" (nearest: filter; all: filter, pre-aggregator, fault, dataset,"
            + " partition, model, schedule, sink, engine, plugin)",
        "describe filter cgee | no filter is called \"cgee\" (nearest: cge; all: varangian list"
            + " filters)",
        "describe nnm | expected a kind and a name, for example varangian describe pre-aggregator nnm",
        "describe | expected a kind and a name, for example varangian describe filter cge",
        "run | expected an experiment file, for example varangian run experiments/quickstart.yaml",
        "run x.yaml --tread 2 | varangian run has no option --tread (nearest: --threads; all:"
            + " varangian run --help)",
        "run x.yaml --threads 0 | --threads: expected a number from 1 to 1024, not 0",
        "doctor now | doctor takes no arguments, but was given now",
      })
  void a_wrong_command_line(String line, String message) {
    Invocation call = Invocation.of(line.split(" "));

    assertThat(call.err()).isEqualTo("varangian: " + message + "\n");
    assertThat(call.code()).isEqualTo(2);
  }

  private List<Path> summaries() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("out/runs"))) {
      return files.filter(file -> file.endsWith("summary.json")).toList();
    }
  }
}
