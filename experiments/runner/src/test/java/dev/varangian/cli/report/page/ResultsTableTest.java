package dev.varangian.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.cli.report.results.AgentWeights;
import dev.varangian.cli.report.results.MetricColumn;
import dev.varangian.cli.report.results.ReportedRun;
import dev.varangian.cli.report.results.Results;
import dev.varangian.cli.report.results.Thinning;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTableTest {
  private static final Map<String, String> RESULTS =
      Map.of("final_test_accuracy", "0.97853", "resilience_condition", "false", "rounds", "500");

  @Test
  void a_single_run_has_the_name_of_the_experiment() {
    ResultsTable table = ResultsTable.of(results(List.of(), RESULTS));
    assertThat(table.headings())
        .extracting(ResultsTable.Heading::text)
        .startsWith("run", "final test accuracy")
        .endsWith("weight of faulty agents", "faulty accepted", "honest rejected");
    ResultsTable.Row row = table.rows().get(0);
    assertThat(row.name()).isEqualTo("a < b");
    assertThat(row.cells())
        .hasSize(table.headings().size() - 1)
        .contains(
            new Cell("0.9785", true, "0.97853", ""),
            Cell.text("not met"),
            new Cell("0.1 %", true, "", "1 of 4000"),
            Cell.NONE);
  }

  @Test
  void metrics_of_components_are_columns_with_their_descriptions() {
    MetricColumn metric = new MetricColumn("backdoor.success_rate", "share of samples");
    ResultsTable table = ResultsTable.of(results(List.of(metric), Map.of(metric.column(), "0.25")));
    assertThat(table.headings())
        .contains(new ResultsTable.Heading("backdoor: success rate", "share of samples"));
    assertThat(table.rows().get(0).cells()).contains(Cell.number("0.25"));
  }

  private static Results results(List<MetricColumn> metrics, Map<String, String> cells) {
    ReportedRun run =
        new ReportedRun(
            "run one-1",
            "runs/run%20one-1/",
            Map.of(),
            List.of(),
            cells,
            Map.of(),
            0.25,
            new AgentWeights(4000, 1, 0, 0, List.of()));
    return new Results(
        "a < b",
        List.of(),
        List.of(),
        new Thinning(1, 1),
        metrics,
        List.of(run),
        List.of(),
        List.of(),
        List.of());
  }
}
