package dev.varangian.core.experiment.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.Experiments;
import dev.varangian.core.experiment.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static final String LEAST = Experiments.LEAST;

  private static List<List<String>> values(String yaml) {
    return Experiments.read(yaml).runs().stream().map(Run::sweptValues).toList();
  }

  @Test
  void every_combination_is_a_run_and_the_first_key_changes_slowest() {
    String yaml = LEAST + "fault: shout\nsweep: {faulty: [2, 1], seed: [3, 1, 2]}\n";
    assertThat(Experiments.read(yaml).sweptKeys()).containsExactly("faulty", "seed");
    assertThat(values(yaml))
        .containsExactly(
            List.of("2", "3"),
            List.of("2", "1"),
            List.of("2", "2"),
            List.of("1", "3"),
            List.of("1", "1"),
            List.of("1", "2"));
    assertThat(Experiments.read(yaml).runs())
        .extracting(run -> run.spec().faultyAgents().size(), run -> run.spec().seed())
        .startsWith(tuple(2, 3L), tuple(2, 1L));
  }

  @Test
  void a_swept_key_needs_no_value_of_its_own() {
    String yaml = LEAST.replace("filter: sieve\n", "") + "sweep: {filter: [sieve, colander]}\n";
    assertThat(values(yaml)).containsExactly(List.of("sieve"), List.of("colander"));
  }

  @Test
  void the_value_of_a_swept_key_is_replaced() {
    String swept = "sweep: {filter: [sieve, colander]}\n";
    String base = LEAST.replace("filter: sieve\n", "filter: nonsense\n");
    assertThat(Experiments.read(base + swept).yaml())
        .isEqualTo(Experiments.read(LEAST + swept).yaml());
  }

  @Test
  void a_component_is_written_by_its_name_with_the_parameters_that_are_not_the_defaults() {
    String yaml =
        LEAST
            + """
            sweep:
              filter:
                - sieve
                - {name: sieve, hole-width: 2, norm: l1, shaken: true}
                - {name: sieve, grains: 7}
            """;
    assertThat(values(yaml))
        .containsExactly(
            List.of("sieve"), List.of("sieve(norm=l1,shaken=true)"), List.of("sieve(grains=7)"));
  }

  @Test
  void a_bare_value_is_written_as_a_bare_value() {
    String yaml =
        LEAST + "sweep: {step-size: [1e-1, {name: steady, value: 2}, {name: fading, start: 1}]}\n";
    assertThat(values(yaml))
        .containsExactly(List.of("0.1"), List.of("2"), List.of("fading(start=1)"));
  }

  @Test
  void a_parameter_may_be_swept_by_its_path_or_within_its_component() {
    String byPath = LEAST + "sweep: {filter.norm: [l1, max-norm], step-size.value: [1, 2]}\n";
    String within = LEAST + "sweep: {filter: {norm: [l1, max-norm]}, step-size: {value: [1, 2]}}\n";
    assertThat(Experiments.read(within)).isEqualTo(withOrigins(within, byPath));
    assertThat(Experiments.read(byPath).sweptKeys())
        .containsExactly("filter.norm", "step-size.value");
    assertThat(values(byPath))
        .containsExactly(
            List.of("l1", "1"),
            List.of("l1", "2"),
            List.of("max-norm", "1"),
            List.of("max-norm", "2"));
  }

  /** The experiment of {@code other}, if it differs from that of {@code one} in origins alone. */
  private static Experiment withOrigins(String one, String other) {
    assertThat(Experiments.read(other).yaml()).isEqualTo(Experiments.read(one).yaml());
    return Experiments.read(one);
  }

  @Test
  void a_swept_parameter_is_set_in_every_swept_component() {
    String yaml =
        LEAST
            + "sweep: {filter.hole-width: [3, 4],"
            + " filter: [sieve, {name: sieve, norm: l1, hole-width: 9}]}\n";
    assertThat(Experiments.read(yaml).runs())
        .extracting(run -> run.spec().filter().parameters().toString().substring(15, 36))
        .containsExactly(
            "[holeWidth=3, norm=MA", "[holeWidth=3, norm=L1",
            "[holeWidth=4, norm=MA", "[holeWidth=4, norm=L1");
  }

  @Test
  void the_tolerance_follows_the_number_of_faulty_agents() {
    String yaml = LEAST + "fault: shout\nsweep: {faulty: [0, 1, 2]}\n";
    assertThat(Experiments.read(yaml).runs())
        .extracting(run -> run.spec().tolerance())
        .containsExactly(0, 1, 2);
  }

  @Test
  void whole_lists_of_faults_may_be_swept() {
    String yaml =
        LEAST
            + """
            sweep:
              faults:
                - []
                - [{name: shout, agents: [2, 1], scale: 3}]
                - [{name: mumble, agents: [3], until: 9}, {name: shout, agents: [4]}]
            """;
    assertThat(values(yaml))
        .containsExactly(
            List.of(""),
            List.of("shout(agents=1 2,from=1,until=500,scale=3)"),
            List.of("mumble(agents=3,from=1,until=9)+shout(agents=4,from=1,until=500)"));
  }

  @Test
  void an_experiment_without_a_sweep_is_one_run() {
    assertThat(values(LEAST)).containsExactly(List.of());
  }
}
