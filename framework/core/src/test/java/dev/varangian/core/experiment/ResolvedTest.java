package dev.varangian.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResolvedTest {
  private static final String LEAST = Experiments.LEAST;

  @Test
  void every_default_is_filled_in() {
    assertThat(Experiments.read(LEAST).yaml())
        .isEqualTo(
            """
            name: toy
            seed: 1
            model: {name: abacus}
            dataset: {name: pebbles, title: "pebbles on a beach", count: 8}
            agents: 10
            faulty: 0
            tolerance: 0
            batch-size: 16
            rounds: 500
            step-size: {name: steady, value: 0.1}
            averaging: 0
            pre-aggregators: []
            filter: {name: sieve, hole-width: 2, norm: max-norm, shaken: false, grains: 5000000000}
            partition: {name: iid}
            evaluate-every: 50
            """);
  }

  @Test
  void a_swept_key_is_written_only_in_the_sweep() {
    assertThat(
            Experiments.read(
                    LEAST
                        + """
                        name: "yes"
                        faulty: 7
                        fault: shout
                        sweep:
                          filter: [colander, {name: sieve, norm: l1}]
                          faulty: [1, 2]
                          fault.scale: [1.50, 2]
                        """)
                .yaml())
        .isEqualTo(
            """
            name: "yes"
            seed: 1
            model: {name: abacus}
            dataset: {name: pebbles, title: "pebbles on a beach", count: 8}
            agents: 10
            fault: {name: shout}
            batch-size: 16
            rounds: 500
            step-size: {name: steady, value: 0.1}
            averaging: 0
            pre-aggregators: []
            partition: {name: iid}
            evaluate-every: 50
            sweep:
              filter: [{name: colander}, {name: sieve, hole-width: 2, norm: l1, shaken: false, grains: 5000000000}]
              faulty: [1, 2]
              fault.scale: [1.5, 2]
            """);
  }

  static Stream<String> experiments() {
    return Stream.of(
            "",
            "faulty: 3\nfault: {name: shout, scale: 1e-30}\ntolerance: 1\n",
            "faulty: 0\nfault: mumble\n",
            "faults: []\n",
            "faults: [{name: mumble, agents: [9], from: 2}, {name: shout, agents: [2, 1], scale: 7}]\n",
            "faults: [{name: mumble, agents: [1, 2]}]\n",
            "faults: [{name: mumble, agents: [1], until: 400}]\nsweep: {rounds: [300, 500]}\n",
            "faults: [{name: mumble, agents: [1], from: 9}]\nsweep: {rounds: [300, 500]}\n",
            "sweep: {faults: [[], [{name: mumble, agents: [1]}], [{name: shout, agents: [1]}]]}\n",
            "fault: shout\nsweep: {faulty: [0, 1, 2], seed: [1, 2]}\n",
            "sweep: {fault: [shout, mumble], faulty: [0, 1]}\n",
            "tolerance: 2\nfault: shout\nsweep: {faulty: [0, 1]}\n",
            "sweep: {filter.hole-width: [3, 4], filter: [sieve, {name: sieve, norm: l1}]}\n",
            "sweep: {step-size: [1, {name: fading, start: 3}]}\n",
            "sweep: {step-size.value: [1, 2]}\n",
            "sweep: {agents: [3, 4], averaging: [0, 0.5], pre-aggregators: [[]]}\n",
            "pre-aggregators: [pairs, {name: pairs, size: 3}]\n",
            "sweep: {pre-aggregators: [[], [pairs], [{name: pairs, size: 3}, pairs]]}\n",
            "name: 'a (b) \u00fc = 1'\n",
            "dataset: {name: pebbles, title: \"null\"}\n",
            "dataset: {name: pebbles, title: \"tab\\t, line\\n, {é}, \\\\ and \\\"\"}\n",
            "dataset: {name: pebbles, title: 1e3}\n",
            "seed: -9223372036854775808\nevaluate-every: 2147483647\n")
        .map(ResolvedTest::instead);
  }

  private static String instead(String lines) {
    return lines.startsWith("dataset") ? LEAST.replace("dataset: pebbles\n", lines) : LEAST + lines;
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void a_resolved_experiment_resolves_to_itself(String yaml) {
    Experiment experiment = Experiments.read(yaml);
    Experiment again = Experiments.read(experiment.yaml());
    assertThat(again.yaml()).isEqualTo(experiment.yaml()).endsWith("\n");
    assertThat(again.name()).isEqualTo(experiment.name());
    assertThat(again.sweptKeys()).isEqualTo(experiment.sweptKeys());
    assertThat(again.runs())
        .extracting(Run::id, Run::sweptValues)
        .isEqualTo(
            experiment.runs().stream().map(run -> tuple(run.id(), run.sweptValues())).toList());
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void the_file_of_a_run_describes_that_run(String yaml) {
    for (Run run : Experiments.read(yaml).runs()) {
      Experiment alone = Experiments.read(run.yaml());
      assertThat(alone.runs()).hasSize(1);
      assertThat(alone.name()).isEqualTo(run.id());
      assertThat(alone.runs().get(0).yaml()).isEqualTo(run.yaml());
      assertThat(alone.runs().get(0).id()).isEqualTo(run.id());
    }
  }

  @Test
  void faults_of_the_first_agents_for_all_rounds_are_written_in_the_short_form() {
    String longWay = LEAST + "faults: [{name: shout, agents: [2, 1], from: 1, until: 500}]\n";
    String shortWay = LEAST + "faulty: 2\nfault: shout\n";
    assertThat(Experiments.read(longWay).runs().get(0).yaml())
        .isEqualTo(Experiments.read(shortWay).runs().get(0).yaml())
        .contains("faulty: 2\nfault: {name: shout, scale: 10}\n");
  }

  @Test
  void the_order_in_which_faults_are_written_makes_no_difference() {
    String one = "{name: shout, agents: [2]}";
    String other = "{name: mumble, agents: [1]}";
    assertThat(Experiments.read(LEAST + "faults: [" + one + ", " + other + "]\n").yaml())
        .isEqualTo(Experiments.read(LEAST + "faults: [" + other + ", " + one + "]\n").yaml())
        .contains(
            "faults: [{name: mumble, agents: [1], from: 1, until: 500},"
                + " {name: shout, agents: [2], from: 1, until: 500, scale: 10}]\n");
  }
}
