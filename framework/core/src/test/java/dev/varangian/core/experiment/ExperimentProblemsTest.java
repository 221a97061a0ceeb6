package dev.varangian.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentProblemsTest {
  private static final String LEAST = Experiments.LEAST;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // what there is not
        "bathc-size: 1 | bathc-size: unknown key (nearest: batch-size)",
        "xyz: 1 | xyz: unknown key (expected one of name, seed, model, dataset, agents,"
            + " faulty, fault, faults, tolerance, batch-size, rounds, step-size, averaging,"
            + " pre-aggregators, filter, partition, evaluate-every, sinks, sweep)",
        "partition: idd | partition: no partition is called \"idd\""
            + " (nearest: iid; all: varangian list partitions)",
        "partition: {name: idd} | partition.name: no partition is called \"idd\""
            + " (nearest: iid; all: varangian list partitions)",
        "partition: 3 | partition: no partition is called \"3\" (all: varangian list partitions)",
        "partition: [iid] | partition: expected a partition, as its name or as {name: …};"
            + " a list belongs under sweep",
        "partition: {} | partition.name: required: the name of a partition",
        "partition: {name: } | partition.name: expected the name of a partition, not empty",
        "partition: {name: [iid]} | partition.name: expected the name of a partition, not a list",
        "partition: {name: iid, alpha: 1} | partition.alpha: the partition iid has no parameters",
        "fault: {name: shout, scal: 1} | fault.scal: the fault shout has no parameter \"scal\""
            + " (nearest: scale; all: scale)",
        "fault: {name: shout, pitch: 1} | fault.pitch: the fault shout has no parameter \"pitch\""
            + " (all: scale)",
        "pre-aggregators: [pairz] | pre-aggregators: no pre-aggregator is called \"pairz\" (nearest:"
            + " pairs; all: varangian list pre-aggregators)",
        "pre-aggregators: [pairs, {name: pairs, size: 0}] | pre-aggregators.size: expected a whole"
            + " number of at least 1, not 0",
        "pre-aggregators: [[pairs]] | pre-aggregators: expected a pre-aggregator, as its name or as"
            + " {name: …}; a list belongs under sweep",
        "pre-aggregators: nnm | pre-aggregators: expected a list, as in [nnm], not \"nnm\"",
        "sweep: {pre-aggregators: [nnm]} | sweep.pre-aggregators: expected a list of lists,"
            + " as in [[nnm]], not \"nnm\"",
        // wrong types
        "seed: one | seed: expected a whole number, not \"one\"",
        "seed: 1.5 | seed: expected a whole number, not 1.5",
        "seed: \"1\" | seed: expected a whole number, not the text \"1\"",
        "seed: [1, 2] | seed: expected a whole number, not a list",
        "seed: {a: 1} | seed: expected a whole number, not a mapping",
        "seed: 9223372036854775808 | seed: expected a whole number from -9223372036854775808 to"
            + " 9223372036854775807, not 9223372036854775808",
        "averaging: yes | averaging: expected a number from 0 to below 1, not \"yes\"",
        "fault: {name: shout, scale: [1]} | fault.scale: expected a number above 0, not a list",
        "fault: {name: shout, scale: .inf} | fault.scale: expected a number above 0, not \".inf\"",
        "fault: {name: shout, scale: '1'} | fault.scale: expected a number above 0,"
            + " not the text \"1\"",
        "name: [a] | name: expected a name of letters, digits, spaces and . _ - ( ) = that begins with a letter or digit, at most 100 of them, not a list",
        // impossible values
        "averaging: 1 | averaging: expected a number from 0 to below 1, not 1",
        "averaging: -0.1 | averaging: expected a number from 0 to below 1, not -0.1",
        "averaging: 1e999 | averaging: expected a number from 0 to below 1, not 1e999",
        "evaluate-every: 0 | evaluate-every: expected a whole number of at least 1, not 0",
        "faulty: 1 | fault: required: the name of a fault, because there are faulty agents",
        "faulty: -1 | faulty: expected a whole number of at least 0, not -1",
        "tolerance: 10 | tolerance: expected fewer than agents (10), not 10",
        "tolerance: -1 | tolerance: expected a whole number of at least 0, not -1",
        "fault: {name: shout, scale: 0} | fault.scale: expected a number above 0, not 0",
        "name: ../up | name: expected a name of letters, digits, spaces and . _ - ( ) = that begins with a letter or digit, at most 100 of them, not \"../up\"",
        "name: '' | name: expected a name of letters, digits, spaces and . _ - ( ) = that begins with a letter or digit, at most 100 of them, not the text \"\"",
        // faults
        "faults: shout | faults: expected a list of {name: …, agents: [1, 2]}, not \"shout\"",
        "faults: [shout] | faults: expected {name: …, agents: [1, 2]}, not \"shout\"",
        "faults: [{name: shout}] | faults.agents: required: a list of agents, counted from 1",
        "faults: [{agents: [1]}] | faults.name: required: the name of a fault",
        "faults: [{name: shuot, agents: [1]}] | faults.name: no fault is called \"shuot\""
            + " (nearest: shout; all: varangian list faults)",
        "faults: [{name: shout, agents: 1}] | faults.agents: expected a list of agents,"
            + " counted from 1, not \"1\"",
        "faults: [{name: shout, agents: []}] | faults.agents: expected a list of agents,"
            + " counted from 1, not an empty one",
        "faults: [{name: shout, agents: [0]}] | faults.agents: expected an agent, from 1 to 10,"
            + " not 0",
        "faults: [{name: shout, agents: [11]}] | faults.agents: expected an agent, from 1 to 10,"
            + " not 11",
        "faults: [{name: shout, agents: [2, 2]}] | faults.agents: agent 2 is listed twice",
        "faults: [{name: shout, agents: [1], from: 0}] | faults.from:"
            + " expected a whole number of at least 1, not 0",
        "faults: [{name: shout, agents: [1], from: 9, until: 8}] | faults:"
            + " from (9) is after until (8)",
        "faults: [{name: shout, agents: [1], from: 501}] | faults:"
            + " it would start in round 501, after the last one (500)",
        "faults: [{name: shout, agents: [1], from: 501, until: 502}] | faults:"
            + " it would start in round 501, after the last one (500)",
        "faults: [{name: shout, agents: [1, 2], until: 9}, {name: mumble, agents: [2], from: 9}] |"
            + " faults: agent 2 has the fault shout in rounds 9 to 9",
        "faults: [{name: shout, agents: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}] | faults:"
            + " all 10 agents are faulty: expected fewer than agents (10)",
        // sweeps
        "sweep: [1] | sweep: expected keys with lists of values, not a list",
        "sweep: {seed: 1} | sweep.seed: expected a list of values, not \"1\"",
        "sweep: {seed: []} | sweep.seed: expected a list of values, found an empty list",
        "sweep: {seed: } | sweep.seed: expected a list of values, not empty",
        "sweep: {seed: [1, ~]} | sweep.seed: expected a value, found none",
        "sweep: {filter: {}} | sweep.filter: expected a list of values, not a mapping",
        "sweep: {filter.norm: [l1], filter: {norm: [l1]}} | sweep.filter.norm:" + " duplicate key",
        "sweep: {sede: [1]} | sweep.sede: unknown key (nearest: seed)",
        "sweep: {seed.x: [1]} | sweep.seed.x: no keys below seed",
        "sweep: {filter.norm..x: [1]} | sweep.filter.norm..x: no keys below filter.norm..x",
        "sweep: {name: [a]} | sweep.name: name cannot be swept",
        "sweep: {filter.name: [sieve]} | sweep.filter.name:"
            + " expected filter: a component is swept as a whole",
        "sweep: {seed: [1, 2, 01]} | sweep.seed: 1 is listed twice",
        "sweep: {filter: [sieve, colander, {name: sieve, norm: max-norm}]} | sweep.filter:"
            + " {name: sieve, hole-width: 2, norm: max-norm, shaken: false, grains: 5000000000}"
            + " is listed twice",
        "sweep: {filter: [colander, siev]} | sweep.filter: no filter is called \"siev\""
            + " (nearest: sieve; all: varangian list filters)",
        "sweep: {filter.norm: [l1, l2]} | sweep.filter.norm:"
            + " expected one of l1, max-norm, not \"l2\" (nearest: l1)",
        "sweep: {filter.nrom: [l1, max-norm]} | sweep.filter.nrom: the filter sieve has no"
            + " parameter \"nrom\" (nearest: norm; all: hole-width, norm, shaken, grains)",
        "sweep: {fault.scale: [1, 2]} | sweep.fault.scale.name: required: the name of a fault",
        "sweep: {agents: [1, 2], tolerance: [1, 0]} | sweep.tolerance:"
            + " expected fewer than agents (1), not 1",
        // YAML
        "seed: 1:2:3 | seed: expected a whole number, not \"1:2:3\"",
        "seed: &a 1 | seed: anchors (&) and aliases (*) are not supported: write the value out",
        "faults: &a [] | faults: anchors (&) and aliases (*) are not supported: write the value out",
        "fault: shout | faulty: required: the number of faulty agents (0 for none)",
        "seed: *a | seed: anchors (&) and aliases (*) are not supported: write the value out",
        "seed: ! 1 | seed: tags (!) are not supported",
        "seed: !!int 1 | seed: tags (!) are not supported",
        "rounds: 1 | rounds: duplicate key, first in line 5",
      })
  void a_problem_has_its_place_and_the_expected_value(String line, String problem) {
    assertThat(Experiments.problems(LEAST + line + "\n")).containsExactly("toy.yaml:8 " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "agents: 10 | agents: 0 | 3 agents: expected a whole number of at least 1, not 0",
        "agents: 10 | agents: 3000000000 | 3 agents:"
            + " expected a whole number from -2147483648 to 2147483647, not 3000000000",
        "batch-size: 16 | batch-size: 0 | 4 batch-size:"
            + " expected a whole number of at least 1, not 0",
        "rounds: 500 | rounds: ten | 5 rounds:"
            + " expected a whole number of at least 1, not \"ten\"",
        "step-size: 0.1 | step-size: -0.1 | 6 step-size: expected a number above 0, not -0.1",
        "step-size: 0.1 | step-size: .nan | 6 step-size: expected a number above 0, not \".nan\"",
        "step-size: 0.1 | step-size: '0.1' | 6 step-size:"
            + " expected a number above 0, not the text \"0.1\"",
        "step-size: 0.1 | step-size: stedy | 6 step-size: no schedule is called \"stedy\""
            + " (nearest: steady; all: varangian list schedules)",
        "step-size: 0.1 | step-size: fading | 6 step-size.start:"
            + " required: expected a number above 0",
        "step-size: 0.1 | step-size: {name: fading, start: } | 6 step-size.start:"
            + " required: expected a number above 0",
        "filter: sieve | filter: | 1 filter: required: expected the name of a filter",
        "dataset: pebbles | dataset: {name: pebbles, count: 3} | 2 dataset.count:"
            + " expected an even number, not 3",
        "dataset: pebbles | dataset: {name: pebbles, title: ' '} | 2 dataset:"
            + " pebbles want a title",
      })
  void a_problem_in_a_required_key_is_reported_once(String line, String wrong, String problem) {
    assertThat(Experiments.problems(LEAST.replace(line + "\n", wrong + "\n")))
        .containsExactly("toy.yaml:" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 1: expected lines of key: value, not an empty file",
        "# nothing | 1: expected lines of key: value, not an empty file",
        "- a | 1: expected lines of key: value, not a list",
        "hello | 1: expected lines of key: value, not \"hello\"",
        "seed: 1\\n\\tagents: 2 | 2: a tab in the indentation; use spaces",
        "seed: 1\\n  agents: 2 | 2: invalid YAML: mapping values are not allowed here",
        "seed: [1, 2\\nagents: 3 | 2: invalid YAML: expected ',' or ']', but got :",
        "seed: 1\\nname: \"open | 2: invalid YAML: found unexpected end of stream",
        "seed: @1 | 1: invalid YAML: found character '@' that cannot start any token."
            + " (Do not use @ for indentation)",
      })
  void a_file_that_is_not_a_mapping_is_reported_with_its_line(String text, String problem) {
    assertThat(Experiments.problems(text.replace("\\n", "\n").replace("\\t", "\t")))
        .containsExactly("toy.yaml:" + problem);
  }

  @Test
  void several_documents_are_rejected() {
    assertThat(Experiments.problems(LEAST + "---\n" + LEAST))
        .containsExactly("toy.yaml:9: expected one YAML document, found several");
  }

  @Test
  void all_required_keys_that_are_missing_are_reported_at_once() {
    assertThat(Experiments.problems("# nothing\nseed: 2\n"))
        .containsExactly(
            "toy.yaml:2 model: required: expected the name of a model",
            "toy.yaml:2 dataset: required: expected the name of a dataset",
            "toy.yaml:2 agents: required: expected a whole number of at least 1",
            "toy.yaml:2 batch-size: required: expected a whole number of at least 1",
            "toy.yaml:2 rounds: required: expected a whole number of at least 1",
            "toy.yaml:2 step-size: required: expected the name of a schedule",
            "toy.yaml:2 filter: required: expected the name of a filter");
  }

  @Test
  void all_problems_are_reported_at_once_in_the_order_of_the_lines() {
    assertThat(
            Experiments.problems(
                """
                model: abacas
                agents: none
                filtre: sieve
                filter: {name: sieve, hole-width: 0, norms: l1}
                faulty: 3
                batch-size: 0
                step-size: 0.1
                rounds: 5
                dataset: pebbles
                """,
                "seed=x"))
        .containsExactly(
            "toy.yaml:1 model: no model is called \"abacas\""
                + " (nearest: abacus; all: varangian list models)",
            "toy.yaml:2 agents: expected a whole number of at least 1, not \"none\"",
            "toy.yaml:3 filtre: unknown key (nearest: filter)",
            "toy.yaml:4 filter.hole-width: expected a whole number from 1 to 9, not 0",
            "toy.yaml:4 filter.norms: the filter sieve has no parameter \"norms\""
                + " (nearest: norm; all: hole-width, norm, shaken, grains)",
            "toy.yaml:5 fault: required: the name of a fault, because there are faulty agents",
            "toy.yaml:6 batch-size: expected a whole number of at least 1, not 0",
            "--set seed: expected a whole number, not \"x\"");
  }

  @Test
  void faulty_and_fault_exclude_faults() {
    assertThat(
            Experiments.problems(
                LEAST + "faults: [{name: mumble, agents: [4]}]\nfaulty: 1\nfault: shout\n"))
        .containsExactly(
            "toy.yaml:9 faulty: faults already lists the faulty agents; use one or the other",
            "toy.yaml:10 fault: faults already lists the faulty agents; use one or the other");
  }

  @Test
  void as_many_faulty_agents_as_agents_are_rejected() {
    assertThat(Experiments.problems(LEAST + "faulty: 10\nfault: shout\n"))
        .containsExactly("toy.yaml:8 faulty: expected fewer than agents (10), not 10");
  }

  @Test
  void a_problem_in_every_run_is_reported_once() {
    assertThat(Experiments.problems(LEAST + "averaging: 2\nsweep: {seed: [1, 2, 3]}\n"))
        .containsExactly("toy.yaml:8 averaging: expected a number from 0 to below 1, not 2");
  }

  @Test
  void a_problem_in_a_swept_value_is_reported_at_its_line() {
    assertThat(
            Experiments.problems(
                LEAST
                    + """
                    fault: shout
                    sweep:
                      faulty:
                        - 1
                        - 10
                        - 3
                      filter:
                        - {name: sieve, hole-width: 1}
                        - name: sieve
                          hole-width: 10
                    """))
        .containsExactly(
            "toy.yaml:12 sweep.faulty: expected fewer than agents (10), not 10",
            "toy.yaml:17 sweep.filter.hole-width: expected a whole number from 1 to 9, not 10");
  }

  @Test
  void a_fault_that_is_missing_in_several_runs_is_reported_once() {
    assertThat(Experiments.problems(LEAST + "sweep:\n  faulty:\n    - 1\n    - 2\n"))
        .containsExactly(
            "toy.yaml:9 fault: required: the name of a fault, because there are faulty agents");
  }

  @Test
  void a_key_with_an_invalid_sweep_is_not_reported_as_missing() {
    assertThat(Experiments.problems(LEAST.replace("filter: sieve\n", "") + "sweep: {filter: []}\n"))
        .containsExactly("toy.yaml:7 sweep.filter: expected a list of values, found an empty list");
  }

  @Test
  void a_swept_parameter_must_suit_every_swept_component() {
    assertThat(
            Experiments.problems(
                LEAST + "sweep: {filter: [sieve, colander], filter.norm: [l1, max-norm]}\n"))
        .containsExactly("toy.yaml:8 sweep.filter.norm: the filter colander has no parameters");
  }

  @Test
  void too_many_combinations_are_rejected() {
    String hundred = IntStream.rangeClosed(1, 100).boxed().toList().toString();
    assertThat(
            Experiments.problems(
                LEAST
                    + "sweep:\n  seed: "
                    + hundred
                    + "\n  agents: "
                    + hundred
                    + "\n  rounds: "
                    + hundred
                    + "\n"))
        .containsExactly("toy.yaml:8 sweep: expected at most 100000 combinations, not 1000000");
  }
}
