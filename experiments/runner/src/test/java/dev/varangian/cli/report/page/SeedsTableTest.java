package dev.varangian.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.cli.report.group.Setting;
import dev.varangian.cli.report.page.SeedsTable.Mean;
import dev.varangian.cli.report.results.AgentWeights;
import dev.varangian.cli.report.results.ReportedRun;
import dev.varangian.cli.report.results.Results;
import dev.varangian.cli.report.results.Thinning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeedsTableTest {

  @Test
  void three_seeds_have_a_confidence_interval() {
    SeedsTable table = table("1", "2", "6").orElseThrow();
    assertThat(table.range()).isEqualTo("95 % confidence interval of the mean (Student's t)");
    assertThat(table.rows().get(0).seeds()).isEqualTo(3);
    assertThat(table.rows().get(0).means().get(0))
        .isEqualTo(new Mean("3.0", "-3.572 to 9.572", ""));
  }

  @Test
  void two_seeds_have_their_minimum_and_maximum() {
    SeedsTable table = table("1", "2").orElseThrow();
    assertThat(table.range()).isEqualTo("minimum to maximum");
    assertThat(table.rows().get(0).means().get(0)).isEqualTo(new Mean("1.5", "1.0 to 2.0", ""));
  }

  @Test
  void runs_without_a_value_are_not_in_the_mean() {
    assertThat(table("1", "").orElseThrow().rows().get(0).means().get(0))
        .isEqualTo(new Mean("1.0", "", "1 of 2 runs have a value"));
    assertThat(table("", "").orElseThrow().rows().get(0).means().get(0))
        .isEqualTo(new Mean("–", "", ""));
  }

  @Test
  void a_single_seed_has_no_table() {
    assertThat(table("1")).isEmpty();
  }

  private static Optional<SeedsTable> table(String... accuracies) {
    List<ReportedRun> runs = new ArrayList<>();
    for (String accuracy : accuracies) {
      String seed = Integer.toString(runs.size());
      runs.add(
          new ReportedRun(
              seed,
              "",
              Map.of(),
              List.of("cge", seed),
              Map.of("final_test_accuracy", accuracy),
              Map.of(),
              0,
              new AgentWeights(0, 0, 0, 0, List.of())));
    }
    List<String> keys = List.of("filter", "seed");
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
    return SeedsTable.of(results, Setting.of(keys, runs));
  }
}
