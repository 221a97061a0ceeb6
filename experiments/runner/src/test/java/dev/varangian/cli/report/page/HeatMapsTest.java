package dev.varangian.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.cli.report.group.Setting;
import dev.varangian.cli.report.results.AgentWeights;
import dev.varangian.cli.report.results.ReportedRun;
import dev.varangian.cli.report.results.Results;
import dev.varangian.cli.report.results.Thinning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeatMapsTest {

  @Test
  void a_cell_is_the_mean_over_the_seeds() {
    String maps =
        maps(
            List.of("filter", "fault", "seed"),
            List.of("cge", "zero", "1", "0.8"),
            List.of("cge", "zero", "2", "0.9"),
            List.of("cge", "nan", "1", "0.25"),
            List.of("mean", "zero", "1", "0.5"),
            List.of("mean", "nan", "1", ""));
    assertThat(maps)
        .contains("<th scope=\"col\">zero</th><th scope=\"col\">nan</th>")
        .contains(
            "<th scope=\"row\">cge</th><td class=\"high\" style=\"--shade:85.0%\">0.850</td>"
                + "<td class=\"low\" style=\"--shade:25.0%\">0.250</td>")
        .contains(">0.500</td><td>–</td></tr>");
  }

  @Test
  void each_combination_of_the_other_keys_has_a_table() {
    String maps =
        maps(
            List.of("filter", "faulty", "averaging"),
            List.of("cge", "1", "0", "0.8"),
            List.of("cge", "2", "0", "0.7"),
            List.of("mean", "1", "0", "0.6"),
            List.of("cge", "1", "0.5", "0.9"),
            List.of("mean", "2", "0.5", "0.1"),
            List.of("cge", "1", "0.9", "0.9"));
    assertThat(maps)
        .contains("<h3>filter and faulty</h3>")
        .contains("<caption>averaging 0</caption>", "<caption>averaging 0.5</caption>")
        .contains("<th scope=\"col\">faulty 2</th>")
        .doesNotContain("averaging 0.9");
  }

  @Test
  void where_a_single_key_varies_there_is_none() {
    assertThat(
            maps(
                List.of("filter", "fault"),
                List.of("cge", "zero", "0.8"),
                List.of("mean", "zero", "0.7")))
        .isEmpty();
  }

  /** The cells of a row are those of the keys, and the accuracy. */
  @SafeVarargs
  private static String maps(List<String> keys, List<String>... rows) {
    List<ReportedRun> runs = new ArrayList<>();
    for (List<String> row : rows) {
      String accuracy = row.get(keys.size());
      runs.add(
          new ReportedRun(
              String.join("-", row),
              "",
              Map.of(),
              row.subList(0, keys.size()),
              List.of(accuracy, "", "", "", "true", "1", "", ""),
              Map.of(),
              0,
              new AgentWeights(0, 0, 0, 0, List.of())));
    }
    Results results =
        new Results("", List.of(), keys, new Thinning(1, 1), runs, List.of(), List.of(), List.of());
    return HeatMaps.of(results, Setting.of(keys, runs));
  }
}
