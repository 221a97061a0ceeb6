package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  private static final String HOSTILE = "<img src=x>";

  @TempDir Path folder = Path.of("");

  /** Results of two runs. */
  private Path results(String name) throws IOException {
    Path experiment =
        Files.writeString(
            folder.resolve("experiment.yaml"),
            """
            name: example
            model: softmax-regression
            dataset: {name: synthetic-digits, training: 50, test: 20}
            agents: 4
            faulty: 1
            fault: gradient-reverse
            batch-size: 2
            rounds: 2
            step-size: 0.1
            sweep: {filter: [cge, median]}
            """);
    Path results = folder.resolve(name);
    Invocation run =
        Invocation.of(
            "run", experiment.toString(), "--out", results.toString(), "--threads", "1", "--quiet");
    assertThat(run.code()).as(run.err()).isZero();
    return results;
  }

  private static Path run(Path results, String filter) throws IOException {
    try (Stream<Path> runs = Files.list(results.resolve("runs"))) {
      return runs.filter(run -> run.toString().contains("-" + filter + "-"))
          .findAny()
          .orElseThrow();
    }
  }

  private static void assertRefused(Invocation call, String message) {
    assertThat(call.err()).isEqualTo("varangian: " + message + "\n");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.out()).isEmpty();
  }

  @Test
  void the_report_of_a_folder_is_written_again_to_the_same_bytes() throws IOException {
    Path page = results("out").resolve("report.html");
    String before = Files.readString(page);
    Files.delete(page);

    Invocation call = Invocation.of("report", folder.resolve("out").toString());

    assertThat(call.code()).as(call.err()).isZero();
    assertThat(call.err()).isEqualTo("varangian: the report is " + page + "\n");
    assertThat(Files.readString(page)).isEqualTo(before);
  }

  @Test
  void folders_are_compared_by_their_names_whatever_these_are() throws IOException {
    Path one = results("one");
    Path two = results(HOSTILE);
    Path page = folder.resolve("both.html");

    Invocation call =
        Invocation.of(
            "report",
            one.toString(),
            two.toString(),
            one.resolve("../one").toString(),
            "--out",
            page.toString());

    assertThat(call.code()).as(call.err()).isZero();
    assertThat(Files.readString(page))
        .contains("<h1>one, &lt;img src=x&gt;</h1>")
        .contains("<th scope=\"row\">one</th><td>median</td>")
        .contains("<th scope=\"row\">&lt;img src=x&gt;</th><td>cge</td>")
        .doesNotContain("<img");
  }

  @Test
  void of_a_half_written_folder_the_rest_is_shown() throws IOException {
    Path results = results("out");
    Path cut = run(results, "cge");
    Files.delete(cut.resolve("summary.json"));
    Path page = results.resolve("report.html");
    Files.delete(page);

    Invocation call = Invocation.of("report", results.toString());

    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err())
        .isEqualTo(
            "varangian: the report is "
                + page
                + "\nvarangian: "
                + results
                + ": not shown: runs/"
                + cut.getFileName()
                + " (unfinished)\n");
    assertThat(Files.readString(page)).contains("<th scope=\"row\">median</th>");
  }

  @Test
  void what_is_no_results_folder_is_refused_and_nothing_is_written() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertRefused(
        Invocation.of("report", empty.toString()),
        empty + " is not a results folder: it has no summary.csv");
    assertThat(empty).isEmptyDirectory();

    Path nowhere = folder.resolve("nowhere");
    assertRefused(
        Invocation.of("report", nowhere.toString()), "no such results folder: " + nowhere);
    assertThat(nowhere).doesNotExist();
    assertRefused(
        Invocation.of("report"),
        "expected a results folder, for example varangian report results/quickstart");
    assertRefused(Invocation.of("report", ""), "report: expected a path, but it is empty");
  }

  @Test
  void a_page_never_takes_the_place_of_something_else() throws IOException {
    Path results = results("out");
    Path summary = results.resolve("summary.csv");
    String before = Files.readString(summary);

    assertRefused(
        Invocation.of("report", results.toString(), "--out", summary.toString()),
        "--out " + summary + " exists and is not an HTML page");
    assertThat(summary).hasContent(before);
    assertRefused(
        Invocation.of("report", results.toString(), "--out", results.toString()),
        "--out " + results + " is a folder, not a file");
    Path astray = folder.resolve("none/page.html");
    assertRefused(
        Invocation.of("report", results.toString(), "--out", astray.toString()),
        "--out " + astray + ": there is no folder " + astray.getParent());
  }
}
