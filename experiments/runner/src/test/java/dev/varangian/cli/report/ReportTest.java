package dev.varangian.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.spi.ConfigurationException;
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
  void the_page_has_the_curves_the_table_and_the_origin() throws IOException {
    String page = page("example", List.of("cge", "mean"));
    assertThat(page)
        .contains("<h1>example</h1>")
        .contains("<li>agents <b>10</b></li>", "<li>model <b>lenet</b></li>")
        .contains("\"group\":\"cge\",\"label\":\"cge, seed 2\"")
        .contains("\"test_accuracy\":{\"x\":[50,100,150,200,250],\"y\":[0.9,0.9,0.9,0.9,0.9]}")
        .contains(
            "<tr><th scope=\"row\">mean</th><td>2</td><td class=\"number\"><data value=\"0.8\">")
        .contains("<a href=\"runs/run-z-1/\">run-z-1</a>")
        .contains("model: {name: lenet}\n")
        .contains("&quot;vector_width&quot;: &quot;scalar&quot;");
  }

  @Test
  void runs_stand_in_the_order_of_the_grid() throws IOException {
    String table = page("example", List.of("cge", "median", "mean"));
    table = table.substring(table.indexOf("<tbody>"), table.indexOf("</tbody>"));
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
        .contains("\"label\":\"cge(normalise=mean), seed 1\"");
  }

  @Test
  void results_without_a_finished_run_have_an_empty_page() throws IOException {
    assertThat(page("example", List.of())).contains("<tbody>\n</tbody>", "\"runs\":[]");
  }

  @Test
  void the_page_loads_nothing() throws IOException {
    String page = page("example", List.of("cge", "mean"));
    assertThat(page).contains("default-src 'none'");
    assertThat(attributes(page, "src")).isEmpty();
    assertThat(attributes(page, "href")).allMatch(target -> target.startsWith("runs/"));
    assertThat(page.replace(Resources.uplot("dist/uPlot.iife.min.js"), ""))
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
  void what_is_no_results_folder_is_refused() {
    assertThatThrownBy(() -> Report.write(folder))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(folder + " is no results folder: it has no summary.csv");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void damaged_results_are_refused_with_the_file() throws IOException {
    page("example", List.of("cge", "mean"));
    Path summary = folder.resolve("summary.csv");
    String whole = Files.readString(summary);

    Files.writeString(folder.resolve("runs/run-z-1/metrics.csv"), "round,test_loss\n1,many\n");
    assertRefused(folder.resolve("runs/run-z-1/metrics.csv") + " is damaged");
    Files.writeString(summary, whole + "median,1,0.5\n");
    assertRefused(summary + ":6 is not as long as the header");
    Files.writeString(summary, "filter,seed\n");
    assertRefused(summary + ":1 does not end in the columns final_test_accuracy,");
    Files.writeString(summary, whole.replaceFirst("0\\.9", "0.95"));
    assertRefused(
        summary + " has a row that no run in " + folder.resolve("runs") + " gave: cge,1,");
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
