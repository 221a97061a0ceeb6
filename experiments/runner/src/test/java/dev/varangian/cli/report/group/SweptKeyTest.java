package dev.varangian.cli.report.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.cli.report.results.AgentWeights;
import dev.varangian.cli.report.results.ReportedRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweptKeyTest {

  @ParameterizedTest
  @CsvSource({
    "filter, cge, cge",
    "faulty, 2, faulty 2",
    "filter.normalise, sum, normalise sum",
    "flag, true, flag true",
    "pre-aggregators, '', no pre-aggregators"
  })
  void a_component_stands_alone_and_a_number_follows_its_key(
      String key, String value, String phrase) {
    assertThat(new SweptKey(key, List.of()).phrase(value)).isEqualTo(phrase);
  }

  @Test
  void runs_that_differ_only_in_their_seed_are_one_setting() {
    List<ReportedRun> runs = List.of(run("1", "cge"), run("1", "mean"), run("2", "cge"));
    List<Setting> settings = Setting.of(List.of("seed", "filter"), runs);
    assertThat(settings)
        .extracting(Setting::values)
        .containsExactly(List.of("cge"), List.of("mean"));
    assertThat(settings.get(0).runs()).containsExactly(runs.get(0), runs.get(2));
    assertThat(SweptKey.of(List.of("seed", "filter"), settings))
        .containsExactly(new SweptKey("filter", List.of("cge", "mean")));
  }

  private static ReportedRun run(String... swept) {
    return new ReportedRun(
        String.join("-", swept),
        "",
        Map.of(),
        List.of(swept),
        Map.of(),
        Map.of(),
        0,
        new AgentWeights(0, 0, 0, 0, List.of()));
  }
}
