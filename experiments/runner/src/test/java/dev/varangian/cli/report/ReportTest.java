package dev.varangian.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.spi.context.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir Path folder;

  @Test
  void the_page_has_curves_tables_and_provenance() throws IOException {
    String page = page("example", List.of("cge", "mean"));
    assertThat(page)
        .contains("<h1>example</h1>")
        .contains("<li>agents <b>10</b></li>", "<li>model <b>lenet</b></li>")
        .contains("\"name\":\"filter\",\"values\":[\"cge\",\"mean\"]")
        .contains("\"test_accuracy\":{\"x\":0,\"y\":[0.9,0.9,0.9,0.9,0.9]}")
        .contains("\"rounds\":[[50,100,150,200,250],")
        .contains(
            "<tr><th scope=\"row\">mean</th><td>2</td><td class=\"number\"><data value=\"0.8\">")
        .contains("<a href=\"runs/run-z-1/\">run-z-1</a>")
        .contains("model: {name: lenet}\n")
        .contains("&quot;vector_width&quot;: &quot;scalar&quot;");
  }

  @Test
  void runs_are_in_the_order_of_the_grid() throws IOException {
    String page = page("example", List.of("cge", "median", "mean"));
    String table = page.substring(page.indexOf("<table class=\"runs\">"));
    assertThat(table).containsSubsequence("run-z-1", "run-z-2", "run-y-1", "run-y-2", "run-x-1");
  }

  @Test
  void a_run_that_the_grid_names_twice_is_shown_twice() throws IOException {
    page("example", List.of("cge", "mean"));
    Path summary = folder.resolve("summary.csv");
    String whole = Files.readString(summary);
    String row = whole.lines().skip(1).findFirst().orElseThrow();
    Files.writeString(
        summary, whole + row + "\n" + row.replace("cge", "cge(normalise=mean)") + "\n");
    assertThat(Files.readString(Report.write(folder)))
        .contains("<th scope=\"row\">cge(normalise=mean)</th>");
  }

  @Test
  void results_without_a_finished_run_have_an_empty_page() throws IOException {
    assertThat(page("example", List.of())).contains("<tbody>\n</tbody>", "\"curves\":[]");
  }

  @Test
  void the_page_loads_nothing() throws IOException {
    String page = page("example", List.of("cge", "mean"));
    assertThat(page).contains("default-src 'none'");
    assertThat(attributes(page, "src")).isEmpty();
    assertThat(attributes(page, "href")).allMatch(target -> target.matches("runs/.*|#.*"));
    // A name of a vocabulary and a reference within a drawing are no addresses.
    assertThat(
            page.replaceFirst("(?s)<script>/\\*.*?</script>", "")
                .replace("\"http://www.w3.org/2000/svg\"", "")
                .replace("url(#frame)", ""))
        .doesNotContain("http://", "https://", "url(", "@import");
  }

  @Test
  void the_licence_of_the_charting_library_is_kept() throws IOException {
    assertThat(page("example", List.of("cge", "mean")))
        .contains("The MIT License (MIT)", "Copyright (c) 2022 Leon Sorokin", "uPlot (v");
  }

  @Test
  void markup_in_names_is_inert() throws IOException {
    String page =
        page(SampleResults.HOSTILE, List.of("cge", SampleResults.HOSTILE, "<!--<script>"));
    assertThat(page).doesNotContain("<img", "<!--");
    assertThat(Pattern.compile("<script").matcher(page).results()).hasSize(3);
    assertThat(Pattern.compile("</script").matcher(page).results()).hasSize(3);
    assertThat(page).contains("&lt;/script&gt;&lt;img src=x").contains("\\u003c/script>\\u003cimg");
  }

  @Test
  void a_folder_without_a_summary_is_refused() {
    assertThatThrownBy(() -> Report.write(folder))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(folder + " is not a results folder: it has no summary.csv");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_damaged_summary_is_refused_with_the_line() throws IOException {
    page("example", List.of("cge", "mean"));
    Path summary = folder.resolve("summary.csv");
    String whole = Files.readString(summary);

    Files.writeString(summary, whole + "median,1,0.5\n");
    assertRefused(summary + ":6 has 3 cells, not 10");
    Files.writeString(summary, "filter,seed\n");
    assertRefused(summary + ":1 lacks the columns final_test_accuracy,");
    Files.writeString(summary, whole.replace(",250,", ",many,"));
    assertRefused(summary + ": expected a number of rounds, found \"many\"");
  }

  @Test
  void missing_and_damaged_runs_are_left_out_and_listed() throws IOException {
    page("example", List.of("cge", "median", "mean"));
    Path runs = folder.resolve("runs");
    Files.writeString(runs.resolve("run-z-1/metrics.csv"), "round,test_loss\n1,many\n");
    Files.writeString(runs.resolve("run-z-2/agents.csv"), "round,agent,faulty,norm,weight\n1,1");
    Files.writeString(runs.resolve("run-y-1/run.yaml"), "name: {");
    Files.delete(runs.resolve("run-y-2/weights.npy"));
    Path page = folder.resolve("report.html");

    assertThat(Report.write(List.of(folder), page))
        .containsExactly(
            folder
                + ": not shown: runs/run-z-1 (metrics.csv is damaged); runs/run-z-2 (agents.csv is"
                + " damaged); runs/run-y-1 (run.yaml is damaged); runs/run-y-2 (unfinished)");
    assertThat(Files.readString(page))
        .contains("<li>runs/run-z-1 (metrics.csv is damaged)</li>")
        .contains(">run-x-2</a>")
        .doesNotContain(">run-z-1</a>", ">run-y-2</a>");
  }

  @Test
  void of_many_unfinished_runs_only_the_number_is_listed() throws IOException {
    page("example", List.of("cge", "mean"));
    for (int i = 1; i <= 4; i++) {
      Files.createDirectory(folder.resolve("runs/begun-" + i));
    }
    assertThat(Report.write(List.of(folder), folder.resolve("report.html")))
        .containsExactly(folder + ": not shown: 4 unfinished runs");
  }

  @Test
  void rows_without_a_folder_and_missing_files_are_listed() throws IOException {
    page("example", List.of("cge", "mean"));
    Path summary = folder.resolve("summary.csv");
    Files.writeString(summary, Files.readString(summary).replaceFirst("0\\.9", "0.95"));
    Files.delete(folder.resolve("environment.json"));
    Files.writeString(folder.resolve("claims.csv"), "figure\n");
    Files.writeString(folder.resolve("figures.csv"), "figure,title,rows,from_round,run\nfig2\n");

    assertThat(Report.write(List.of(folder), folder.resolve("report.html")))
        .containsExactly(
            folder
                + ": not shown: run filter=cge seed=1 (its folder is missing); environment.json"
                + " (missing); figures.csv (damaged); claims.csv (damaged)");
  }

  @Test
  void verdicts_of_claims_are_readable_without_colour() throws IOException {
    SampleResults.write(folder, "example", List.of("cge", "mean"));
    Files.writeString(
        folder.resolve("claims.csv"),
        """
        figure,claim,measured,verdict,against
        fig2,all <b>converge</b>,late-accuracy 0.4 to 0.7,holds in 0 of 2,"filter=cge: 0.4; filter=mom: 0.7"
        fig2,CGE is good,late-accuracy 0.9,holds,
        fig7,k matters,late-accuracy 0.9,holds in 1 of 2,filter=cge: 0.4
        fig7,f matters,,not measured,
        """);
    assertThat(Files.readString(Report.write(folder)))
        .contains("all &lt;b&gt;converge&lt;/b&gt;", "<li>filter=mom: 0.7</li>")
        .contains("✗</span> holds in 0 of 2", "✓</span> holds<", "◐</span> holds in 1 of 2")
        .contains("–</span> not measured");
  }

  @Test
  void each_figure_that_has_runs_is_a_section() throws IOException {
    SampleResults.write(folder, "example", List.of("cge", "median", "mean"));
    SampleResults.writeFigures(folder);
    assertThat(Files.readString(Report.write(folder)))
        .contains("<span>fig2</span> Two filters", "<span>fig3</span> Another")
        .contains("<a href=\"#curves-1\">fig3</a>")
        .contains(
            "{\"name\":\"fig2\",\"title\":\"Two filters\",\"rows\":\"filter\",\"from\":100,"
                + "\"curves\":[0,1],\"faultFree\":[2],")
        .doesNotContain("fig4", "Learning curves");
  }

  @Test
  void runs_of_no_figure_have_a_section_of_their_own() throws IOException {
    SampleResults.write(folder, "example", List.of("cge", "median", "mean"));
    Files.writeString(
        folder.resolve("figures.csv"),
        "figure,title,rows,from_round,run\nfig2,One filter,fault,1,run-z-1\n");
    assertThat(Files.readString(Report.write(folder)))
        .contains("<a href=\"#curves-1\">Other runs</a>")
        .contains(
            "{\"name\":\"\",\"title\":\"Other runs\",\"rows\":\"\",\"from\":1,\"curves\":[1,2],");
  }

  @Test
  void several_folders_are_one_grid_with_the_folder_as_a_key() throws IOException {
    Path one = folder.resolve("a/results");
    Path two = folder.resolve("b/results");
    SampleResults.write(Files.createDirectories(one), "first", List.of("cge", "mean"));
    SampleResults.write(Files.createDirectories(two), "second", List.of("cge", "mean"));
    Path page = folder.resolve("compare.html");

    assertThat(Report.write(List.of(one, folder.resolve("none"), two), page))
        .containsExactly("no such results folder: " + folder.resolve("none"));
    assertThat(Files.readString(page))
        .contains("<h1>results #1, results #2</h1>")
        .contains("\"name\":\"folder\",\"values\":[\"results #1\",\"results #2\"]")
        .contains("<a href=\"b/results/runs/run-z-1/\">run-z-1</a>")
        .contains("Experiment of results #2, with");
  }

  @Test
  void metrics_of_components_are_curves_and_columns_with_their_descriptions() throws IOException {
    SampleResults.write(folder, "example", List.of("cge", "mean"));
    SampleResults.addMetric(folder, "backdoor.success_rate", "0.25");
    Files.writeString(
        folder.resolve("runs/run-z-1/metrics.json"),
        "{\"backdoor.success_rate\": \"share of triggered samples\"}\n");
    assertThat(Files.readString(Report.write(folder)))
        .contains(
            "\"metrics\":[{\"column\":\"backdoor.success_rate\",\"title\":\"backdoor: success"
                + " rate\",\"description\":\"share of triggered samples\"}]")
        .contains("\"backdoor.success_rate\":{\"x\":")
        .contains("title=\"share of triggered samples\">backdoor: success rate</th>")
        .contains("<data value=\"0.25\">0.25</data>");
  }

  @Test
  void runs_that_differ_only_in_their_seed_have_a_row_of_means() throws IOException {
    assertThat(page("example", List.of("cge", "mean")))
        .contains("Below each mean: minimum to maximum.")
        .contains("<tr><th scope=\"row\">cge</th><td class=\"number\">2</td>");
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> Report.write(folder))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(message);
  }

  private String page(String name, List<String> filters) throws IOException {
    SampleResults.write(folder, name, filters);
    return Files.readString(Report.write(folder));
  }

  private static List<String> attributes(String page, String name) {
    String markup = page.replaceAll("(?s)<script>.*?</script>", "");
    try (Stream<String> values =
        Pattern.compile("<[^>]*\\b" + name + "=\"([^\"]*)\"")
            .matcher(markup)
            .results()
            .map(match -> match.group(1))) {
      return values.toList();
    }
  }
}
