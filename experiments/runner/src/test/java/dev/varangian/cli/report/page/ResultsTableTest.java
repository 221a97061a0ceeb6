package dev.varangian.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.cli.report.results.AgentWeights;
import dev.varangian.cli.report.results.ReportedRun;
import dev.varangian.cli.report.results.Results;
import dev.varangian.cli.report.results.Thinning;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsTableTest {

  @ParameterizedTest
  @CsvSource({
    "0.97853214, 0.9785",
    "0.5, 0.5",
    "431080, 431080",
    "17.345678, 17.35",
    "123456.7, 123500",
    "1.5E12, 1.500e+12",
    "1.0E-5, 1.000e-05",
    "0.0, 0.0",
    "words, words"
  })
  void numbers_are_rounded_to_four_digits(String exact, String shown) {
    assertThat(ResultsTable.rounded(exact)).isEqualTo(shown);
  }

  @Test
  void a_single_run_is_called_by_the_experiment() {
    List<String> cells = List.of("0.98", "0.1", "0.99", "", "false", "500", "17.0", "29.4");
    String table =
        ResultsTable.of(
            new Results(
                "a < b",
                List.of(),
                List.of(),
                new Thinning(1, 1),
                List.of(run(cells)),
                List.of(),
                List.of(),
                List.of()));
    assertThat(table)
        .contains(
            "<caption>", "<th scope=\"col\">run</th><th scope=\"col\">final test accuracy</th>")
        .contains("<th scope=\"row\">a &lt; b</th>")
        .contains("<data value=\"0.98\">0.98</data>", "<td>–</td>", "<td>not met</td>")
        .contains("<td class=\"number\" title=\"1 of 4000\">0.1 %</td>", "<td>–</td>")
        .contains("<a href=\"runs/run%20one-1/\">run one-1</a>");
  }

  private static ReportedRun run(List<String> cells) {
    return new ReportedRun(
        "run one-1",
        "runs/run%20one-1/",
        Map.of(),
        List.of(),
        cells,
        Map.of(),
        0.25,
        new AgentWeights(4000, 1, 0, 0, List.of()));
  }

  @Test
  void no_percentage_hides_that_there_was_one_case_or_an_exception() {
    assertThat(ResultsTable.percentage(0, 9)).isEqualTo("0 %");
    assertThat(ResultsTable.percentage(1, 90000)).isEqualTo("0.1 %");
    assertThat(ResultsTable.percentage(1, 8)).isEqualTo("12.5 %");
    assertThat(ResultsTable.percentage(89999, 90000)).isEqualTo("99.9 %");
    assertThat(ResultsTable.percentage(9, 9)).isEqualTo("100 %");
  }
}
