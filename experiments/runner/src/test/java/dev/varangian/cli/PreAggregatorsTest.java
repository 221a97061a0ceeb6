package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreAggregatorsTest {
  private static final String EXPERIMENT =
      """
      name: mixed
      model: softmax-regression
      dataset: {name: synthetic-digits, training: 300, test: 50}
      agents: 9
      faulty: 2
      fault: gradient-reverse
      batch-size: 4
      rounds: 6
      step-size: 0.1
      evaluate-every: 3
      sweep:
        pre-aggregators: [[], [nnm], [{name: bucketing, size: 2}, nnm]]
        filter: [geomed, median]
      """;

  @TempDir private Path folder;

  private Path run(String name, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("mixed.yaml"), EXPERIMENT);
    Path results = folder.resolve(name);
    List<String> words = new ArrayList<>(List.of("run", file.toString(), "--quiet"));
    words.addAll(List.of("--out", results.toString()));
    words.addAll(List.of(options));
    Invocation run = Invocation.of(words.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("none  ", "nnm", "bucketing+nnm");
    return results;
  }

  private static List<String> metrics(Path results) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(results)) {
      for (Path file : files.filter(each -> each.endsWith("metrics.csv")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  @Test
  void chains_are_swept_and_every_one_trains_otherwise() throws IOException {
    List<String> metrics = metrics(run("one", "--threads", "1"));

    assertThat(metrics).hasSize(6).doesNotHaveDuplicates();
    assertThat(metrics(run("two", "--threads", "2"))).isEqualTo(metrics);
  }

  @Test
  void aggregate_applies_them_in_the_order_in_which_they_are_written() throws IOException {
    Path rows = Files.writeString(folder.resolve("rows.csv"), "1,0\n3,0\n0,30\n");

    assertThat(aggregate(rows, "--pre", "clipping:threshold=3", "--filter", "mean"))
        .isEqualTo(
            "{\"output\": [1.3333334, 1.0], \"weights\": [0.4761904761904762,"
                + " 0.4761904761904762, 0.04761904761904762]}\n");
    assertThat(
            aggregate(
                rows,
                "--pre",
                "nnm",
                "--pre",
                "clipping:threshold=1",
                "--f",
                "1",
                "--filter",
                "median"))
        .startsWith("{\"output\": [1.0, 0.0], ");
  }

  private static String aggregate(Path rows, String... options) {
    List<String> words = new ArrayList<>(List.of("aggregate", rows.toString(), "--json"));
    words.addAll(List.of(options));
    Invocation invocation = Invocation.of(words.toArray(String[]::new));
    assertThat(invocation.code()).as(invocation.err()).isZero();
    return invocation.out();
  }
}
