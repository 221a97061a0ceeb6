package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.core.file.NpyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregateTest {
  @TempDir Path folder = Path.of("");

  private Invocation aggregate(String csv, String options) throws IOException {
    Path file = Files.writeString(folder.resolve("rows.csv"), csv);
    return Invocation.of(
        Stream.concat(Stream.of("aggregate", file.toString()), Stream.of(options.split(" ")))
            .toArray(String[]::new));
  }

  private void assertRefused(Invocation call, String message) {
    assertThat(call.err()).isEqualTo("varangian: " + message + "\n");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.out()).isEmpty();
  }

  @Test
  void the_output_is_a_line_of_numbers() throws IOException {
    Invocation call = aggregate("1,2,3\n4,5,6\n7,8,9.5\n", "--filter mean");

    assertThat(call.out()).isEqualTo("4.0,5.0,6.1666665\n");
    assertThat(call.err()).isEmpty();
    assertThat(call.code()).isZero();
  }

  @Test
  void json_has_the_output_and_the_share_of_each_row() throws IOException {
    assertThat(
            aggregate("3,0\n1,0\n-1,0\n100,0\n", "--filter cge --f 1 --set normalise=sum --json")
                .out())
        .isEqualTo(
            "{\"output\": [3.0, 0.0], \"weights\": [0.3333333333333333, 0.3333333333333333,"
                + " 0.3333333333333333, 0]}\n");
  }

  @Test
  void weights_that_do_not_exist_are_null() throws IOException {
    assertThat(aggregate("0,0\n", "--filter cge --json").out()).contains("\"weights\": [1]");
    assertThat(aggregate("1\n2\n", "--filter median --json").out()).contains("\"output\": [1.5]");
  }

  @Test
  void a_row_that_is_not_finite_counts_as_zero_and_is_named() throws IOException {
    Invocation call = aggregate("3,3\nnan,900\n3,1e39\n", "--filter mean");

    assertThat(call.out()).isEqualTo("1.0,1.0\n");
    assertThat(call.err())
        .hasLineCount(2)
        .contains(
            "rows.csv: row 2 has NaN, infinity or a value beyond float32; it counts as missing")
        .contains("rows.csv: row 3 ");
    assertThat(call.code()).isZero();
  }

  @Test
  void a_proof_that_does_not_hold_is_noted_and_the_result_is_there() throws IOException {
    Invocation call = aggregate("1\n2\n9\n", "--filter cge --f 1");

    assertThat(call.out()).isEqualTo("1.5\n");
    assertThat(call.err())
        .isEqualTo(
            "varangian: warning: cge has no resilience guarantee at n = 3, f = 1 (requires n >"
                + " 3f)\n");
    assertThat(aggregate("1\n2\n9\n3\n", "--filter cge --f 1 --pre bucketing").err())
        .isEqualTo(
            "varangian: warning: cge has no resilience guarantee at n = 2, f = 1 after bucketing"
                + " (requires n > 3f)\n");
  }

  @Test
  void a_numpy_file_of_one_dimension_is_refused() throws IOException {
    Path file = folder.resolve("v.npy");
    try (OutputStream out = Files.newOutputStream(file)) {
      NpyWriter.write(new float[] {1, 2}, out);
    }

    assertRefused(
        Invocation.of("aggregate", file.toString(), "--filter", "mean"),
        file + ": has the shape (2,), expected two dimensions: a vector in each row");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--filter cgee | --filter: no filter is called \"cgee\" (nearest: cge; all: varangian list"
            + " filters)",
        "--filter cge --set normalize=sum | --set normalize: the filter cge has no parameter"
            + " \"normalize\" (nearest: normalise; all: normalise)",
        "--filter cge --set normalise=both | --set normalise: expected one of mean, sum, not"
            + " \"both\"",
        "--filter mean --set m=2 | --set m: the filter mean has no parameters",
        "--filter cge --set normalise | --set takes key=value, not \"normalise\"",
        "--filter mom --set groups=3 | --set groups: 3 does not divide n = 4: expected one of 1, 2,"
            + " 4",
        "--filter krum --f 2 | krum requires n >= f+3, but n = 4, f = 2",
        "--filter cwtm --f 2 | cwtm requires n > 2f, but n = 4, f = 2",
        "--filter mean --f -1 | --f: expected a whole number of at least 0, not -1",
        "--filter mean --f one | --f: expected a whole number of at least 0, not \"one\"",
        "--filter mean --pre nmn | --pre: no pre-aggregator is called \"nmn\" (nearest: nnm; all:"
            + " varangian list pre-aggregators)",
        "--filter mean --pre bucketing:sise=3 | --pre bucketing: sise: the pre-aggregator"
            + " bucketing has no parameter \"sise\" (nearest: size; all: size)",
        "--filter mean --pre bucketing:size=0 | --pre bucketing: size: expected a whole number of"
            + " at least 1, not 0",
        "--filter mean --pre bucketing: | --pre bucketing: takes key=value, not \"\"",
        "--filter krum --f 1 --pre bucketing | krum requires n >= f+3, but n = 2, f = 1 after"
            + " bucketing",
        "--f 1 | expected one file and a filter, for example varangian aggregate gradients.csv"
            + " --filter cge --f 1",
        "--filter mean --ff 1 | varangian aggregate has no option --ff (nearest: --f; all:"
            + " varangian aggregate --help)",
      })
  void a_wrong_command_line_is_refused(String options, String message) throws IOException {
    assertRefused(aggregate("1,2\n3,4\n5,6\n7,8\n", options), message);
  }

  @Test
  void as_many_faulty_agents_as_rows_are_refused() throws IOException {
    assertRefused(
        aggregate("1\n2\n", "--filter mean --f 2"),
        "--f: expected fewer than the n = 2 rows of " + folder.resolve("rows.csv") + ", not 2");
  }

  @Test
  void an_empty_name_of_a_file_is_refused() {
    assertRefused(
        Invocation.of("aggregate", "", "--filter", "mean"),
        "FILE: expected a path, but it is empty");
  }

  @Test
  void ragged_rows_are_refused() throws IOException {
    assertRefused(
        aggregate("1,2\n3\n", "--filter mean"),
        folder.resolve("rows.csv") + ":2: has 1 number, expected 2 as in line 1");
  }
}
