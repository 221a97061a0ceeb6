package dev.varangian.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.cli.report.group.Setting;
import dev.varangian.cli.report.page.HeatMaps.Row;
import dev.varangian.cli.report.page.HeatMaps.Shaded;
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
    List<HeatMaps.Pair> pairs =
        maps(
            List.of("filter", "fault", "seed"),
            List.of("cge", "zero", "1", "0.8"),
            List.of("cge", "zero", "2", "0.9"),
            List.of("cge", "nan", "1", "0.25"),
            List.of("mean", "zero", "1", "0.5"),
            List.of("mean", "nan", "1", ""));
    HeatMaps.HeatMap map = pairs.get(0).maps().get(0);
    assertThat(map.columns()).containsExactly("zero", "nan");
    assertThat(map.rows())
        .containsExactly(
            new Row(
                "cge",
                List.of(new Shaded("0.850", "high", "85.0%"), new Shaded("0.250", "low", "25.0%"))),
            new Row("mean", List.of(new Shaded("0.500", "low", "50.0%"), new Shaded("–", "", ""))));
  }

  @Test
  void each_combination_of_the_other_keys_has_a_table() {
    List<HeatMaps.Pair> pairs =
        maps(
            List.of("filter", "faulty", "averaging"),
            List.of("cge", "1", "0", "0.8"),
            List.of("cge", "2", "0", "0.7"),
            List.of("mean", "1", "0", "0.6"),
            List.of("cge", "1", "0.5", "0.9"),
            List.of("mean", "2", "0.5", "0.1"),
            List.of("cge", "1", "0.9", "0.9"));
    assertThat(pairs).extracting(HeatMaps.Pair::title).containsExactly("filter and faulty");
    assertThat(pairs.get(0).maps())
        .extracting(HeatMaps.HeatMap::caption)
        .containsExactly("averaging 0", "averaging 0.5");
    assertThat(pairs.get(0).maps().get(0).columns()).containsExactly("faulty 1", "faulty 2");
  }

  @Test
  void a_single_varied_key_has_no_table() {
    assertThat(
            maps(
                List.of("filter", "fault"),
                List.of("cge", "zero", "0.8"),
                List.of("mean", "zero", "0.7")))
        .isEmpty();
  }

  /** The cells of a row are those of the keys, and the accuracy. */
  @SafeVarargs
  private static List<HeatMaps.Pair> maps(List<String> keys, List<String>... rows) {
    List<ReportedRun> runs = new ArrayList<>();
    for (List<String> row : rows) {
      runs.add(
          new ReportedRun(
              String.join("-", row),
              "",
              Map.of(),
              row.subList(0, keys.size()),
              Map.of("final_test_accuracy", row.get(keys.size())),
              Map.of(),
              0,
              new AgentWeights(0, 0, 0, 0, List.of())));
    }
    Results results =
        new Results(
            "",
            List.of(),
            keys,
            new Thinning(1, 1),
            List.of(),
            runs,
            List.of(),
            List.of(),
            List.of());
    return HeatMaps.of(results, Setting.of(keys, runs));
  }
}
