package dev.varangian.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.cli.report.group.Section;
import dev.varangian.cli.report.group.Setting;
import dev.varangian.cli.report.results.AgentWeight;
import dev.varangian.cli.report.results.AgentWeights;
import dev.varangian.cli.report.results.Curve;
import dev.varangian.cli.report.results.ReportedRun;
import dev.varangian.cli.report.results.Results;
import dev.varangian.cli.report.results.Thinning;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageDataTest {
  private static final Map<String, String> RESULTS =
      Map.of("final_test_accuracy", "0.9", "final_test_loss", "0.3", "rounds", "1000");

  @Test
  void numbers_have_five_digits_and_equal_rounds_are_written_once() {
    Curve thirds = new Curve(List.of(1, 3), List.of(1 / 3.0, 2e10 / 3));
    String data = data(List.of(run("1", Map.of("loss", thirds)), run("2", Map.of("loss", thirds))));
    assertThat(data)
        .contains("{\"values\":[0],\"seeds\":2,\"diverged\":0,")
        .contains("\"loss\":{\"x\":0,\"y\":[0.33333,6.6667E+9]}},\"agents\":[]}")
        .endsWith("\"rounds\":[[1,3]]}");
  }

  @Test
  void a_band_has_edges_if_the_seeds_differ() {
    Map<String, Curve> low = Map.of("loss", new Curve(List.of(1), List.of(1.0)));
    Map<String, Curve> high = Map.of("loss", new Curve(List.of(1), List.of(2.0)));
    assertThat(data(List.of(run("1", low), run("2", high))))
        .contains("{\"x\":0,\"y\":[1.5],\"low\":[1],\"high\":[2]}");
  }

  @Test
  void agents_have_their_mean_weight_over_the_seeds() {
    assertThat(data(List.of(run("1", 0.25), run("2", 0.75))))
        .contains("\"agents\":[{\"faulty\":true,\"x\":0,\"y\":[0.5]}]")
        .endsWith("\"rounds\":[[20]]}");
  }

  private static ReportedRun run(String seed, double weight) {
    AgentWeight agent = new AgentWeight(true, new Curve(List.of(20), List.of(weight)));
    AgentWeights trust = new AgentWeights(20, 20, 0, 0, List.of(agent));
    return new ReportedRun(
        seed, "", Map.of(), List.of("cge", seed), RESULTS, Map.of(), weight, trust);
  }

  @Test
  void four_hundred_runs_stay_under_ten_megabytes_even_if_evaluated_in_every_round() {
    Random random = new Random(1);
    List<ReportedRun> runs = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      Map<String, Curve> curves = new LinkedHashMap<>();
      for (String column : List.of("test_accuracy", "test_loss")) {
        curves.put(column, curve(random).thinned(Thinning.step(1000)));
      }
      for (String column : List.of("train_loss", "faulty_weight")) {
        curves.put(column, curve(random).averaged(Thinning.block(1000)));
      }
      runs.add(
          new ReportedRun(
              "run-" + i,
              "runs/run-" + i + "/",
              Map.of("model", "lenet"),
              List.of("filter-" + i / 2, Integer.toString(i % 2)),
              RESULTS,
              curves,
              0.1,
              new AgentWeights(1000, 1, 9000, 1, agents(random))));
    }
    String page = Page.html(results(runs));
    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1_000_000, 10_000_000);
  }

  private static List<AgentWeight> agents(Random random) {
    return IntStream.range(0, 10)
        .mapToObj(
            agent ->
                new AgentWeight(
                    agent == 0, curve(random).averaged(Thinning.wide(Thinning.block(1000)))))
        .toList();
  }

  private static Curve curve(Random random) {
    return new Curve(
        IntStream.rangeClosed(1, 1000).boxed().toList(), random.doubles(1000).boxed().toList());
  }

  private static ReportedRun run(String seed, Map<String, Curve> curves) {
    return new ReportedRun(
        seed,
        "",
        Map.of(),
        List.of("cge", seed),
        RESULTS,
        curves,
        0,
        new AgentWeights(0, 0, 0, 0, List.of()));
  }

  private static Results results(List<ReportedRun> runs) {
    return new Results(
        "",
        List.of(),
        List.of("filter", "seed"),
        new Thinning(1, 1),
        List.of(),
        runs,
        List.of(),
        List.of(),
        List.of());
  }

  private static String data(List<ReportedRun> runs) {
    Results results = results(runs);
    List<Setting> settings = Setting.of(results.sweptKeys(), runs);
    return PageData.of(results, settings, Section.of(results, settings));
  }
}
