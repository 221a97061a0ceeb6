package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorruptTest {
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void writeOwn() throws IOException {
    Files.writeString(folder.resolve("own.csv"), "3,4\n1,0\n");
  }

  private Invocation corrupt(String honest, String options) throws IOException {
    Path file = Files.writeString(folder.resolve("honest.csv"), honest);
    List<String> words =
        Stream.of(options.split(" "))
            .map(word -> word.equals("OWN") ? folder.resolve("own.csv").toString() : word)
            .toList();
    return Invocation.of(
        Stream.concat(Stream.of("corrupt", file.toString()), words.stream())
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--fault zero --f 2 | {\"output\": [[0.0, 0.0], [0.0, 0.0]]}",
        "--fault gradient-reverse --own OWN | {\"output\": [[-300.0, -400.0], [-100.0, 0.0]]}",
        "--fault gradient-reverse --own OWN --set scale=2 --f 2 | {\"output\": [[-6.0, -8.0],"
            + " [-2.0, 0.0]]}",
        "--fault coordinate-wise --f 2 | {\"output\": [[1.0, 4.0], [1.0, 4.0]]}",
        "--fault sign-flip | {\"output\": [[-3.5, -4.5]]}",
        "--fault none --own OWN | {\"output\": [[3.0, 4.0], [1.0, 0.0]]}",
        "--fault nan | {\"output\": [[null, null]]}",
        "--fault silent --f 2 | {\"output\": [null, null]}",
        "--fault wrong-length --filter cge | {\"output\": [[0.0]]}",
      })
  void json_holds_what_each_faulty_agent_sends(String options, String output) throws IOException {
    Invocation call = corrupt("1,2\n5,6\n7,6\n1,4\n3,4.5\n4,4.5\n", options + " --json");

    assertThat(call.out()).isEqualTo(output.strip() + "\n");
    assertThat(call.err()).isEmpty();
    assertThat(call.code()).isZero();
  }

  @Test
  void the_rows_are_lines_of_numbers() throws IOException {
    String honest = "1,2\n5,6\n";

    assertThat(corrupt(honest, "--fault sign-flip --f 2").out())
        .isEqualTo("-3.0,-4.0\n-3.0,-4.0\n");
    assertThat(corrupt(honest, "--fault coordinate-wise").out()).isEqualTo("1.0,2.0\n");
    assertThat(corrupt(honest, "--fault nan").out()).isEqualTo("NaN,NaN\n");
    assertThat(corrupt(honest, "--fault inf").out()).isEqualTo("Infinity,Infinity\n");
    assertThat(corrupt(honest, "--fault silent --f 2").out()).isEqualTo("\n\n");
    assertThat(corrupt(honest, "--fault wrong-length").out()).isEqualTo("0.0\n");
  }

  @Test
  void faulty_agents_send_different_random_vectors_and_the_same_ones_each_time()
      throws IOException {
    String out = corrupt("1,2\n5,6\n", "--fault random --f 2").out();

    assertThat(out.lines()).hasSize(2).doesNotHaveDuplicates();
    assertThat(corrupt("7,7\n8,8\n", "--fault random --f 2").out()).isEqualTo(out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--fault sign-flipp | --fault: no fault is called \"sign-flipp\" (nearest: sign-flip; all:"
            + " varangian list faults)",
        "--fault zero --set a=1 | --set a: the fault zero has no parameters",
        "--fault zero --filter crum | --filter: no filter is called \"crum\" (nearest: krum; all:"
            + " varangian list filters)",
        "--fault zero --f 0 | --f: expected a whole number from 1 to 1000000, not 0",
        "--fault gradient-reverse | gradient-reverse starts from the faulty agents' own correct"
            + " gradients: give them, 1 row, with --own FILE",
        "--fault norm-confusing | norm-confusing starts from the faulty agents' own correct"
            + " gradients: give them, 1 row, with --own FILE",
        "--fault none --f 3 | none starts from the faulty agents' own correct gradients: give them,"
            + " 3 rows, with --own FILE",
        "--fault label-flip --own OWN | label-flip acts on data, not on gradients: use it in a run",
        "--fault norm-confusing --own OWN | norm-confusing requires n > 2f, but n = 4, f = 2",
        "--f 1 | expected one file and a fault, for example varangian corrupt honest.csv --fault"
            + " coordinate-wise --f 1",
      })
  void a_wrong_command_line_is_refused(String options, String message) throws IOException {
    assertRefused(corrupt("1,2\n3,4\n", options), message);
  }

  @Test
  void an_empty_name_of_a_file_is_refused() throws IOException {
    assertRefused(
        Invocation.of("corrupt", "", "--fault", "zero"), "FILE: expected a path, but it is empty");
    Path honest = Files.writeString(folder.resolve("h.csv"), "1,2\n");
    assertRefused(
        Invocation.of("corrupt", honest.toString(), "--own", "", "--fault", "sign-flip"),
        "--own: expected a path, but it is empty");
  }

  @Test
  void files_that_do_not_fit_are_refused() throws IOException {
    Path own = folder.resolve("own.csv");
    Path honest = folder.resolve("honest.csv");

    assertRefused(
        corrupt("1,2,3\n", "--fault none --own OWN"),
        own + " has 2 columns, expected 3 as in " + honest);
    assertRefused(
        corrupt("1,2\n", "--fault none --own OWN --f 3"),
        "--f is 3, but " + own + " holds the gradients of 2 agents");
    assertRefused(
        corrupt("1,2\n3,inf\n", "--fault zero"),
        honest
            + ": row 2 has NaN, infinity or a value beyond float32; correct gradients are"
            + " finite");
    assertRefused(
        corrupt("", "--fault zero"),
        honest + ": is empty, expected rows of numbers separated by commas");
  }

  private void assertRefused(Invocation call, String message) {
    assertThat(call.err()).isEqualTo("varangian: " + message + "\n");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.out()).isEmpty();
  }
}
