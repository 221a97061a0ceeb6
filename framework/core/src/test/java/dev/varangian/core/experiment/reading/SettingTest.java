package dev.varangian.core.experiment.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.Experiments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {
  private static final String LEAST = Experiments.LEAST;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed=3 | seed: 3",
        "seed = 3 | seed: 3",
        "filter=colander | filter: colander",
        "filter={name: sieve, norm: l1} | filter: {name: sieve, norm: l1}",
        "filter.norm=l1 | filter: {name: sieve, norm: l1}",
        "step-size.value=0.5 | step-size: 0.5",
        "step-size=1e-3 | step-size: 0.001",
        "dataset.title=a=b | dataset: {name: pebbles, title: a=b}",
        "sweep.seed=[1,2] | sweep: {seed: [1, 2]}",
        "sweep={filter: [sieve, colander]} | sweep: {filter: [sieve, colander]}",
        "sweep.filter={norm: [l1, max-norm]} | sweep: {filter.norm: [l1, max-norm]}",
        "faults=[{name: shout, agents: [2]}] | faults: [{name: shout, agents: [2]}]",
      })
  void a_setting_is_equivalent_to_a_line_of_the_file(String setting, String line) {
    String key = line.substring(0, line.indexOf(':') + 1);
    String replaced = LEAST.replaceAll("(?m)^" + key + ".*\n", "") + line + "\n";
    assertThat(Experiments.read(LEAST, setting).yaml())
        .isEqualTo(Experiments.read(replaced).yaml());
  }

  @Test
  void a_later_setting_replaces_an_earlier_one() {
    assertThat(Experiments.spec(LEAST, "seed=3", "seed=4").seed()).isEqualTo(4);
  }

  @Test
  void a_value_for_a_swept_key_ends_its_sweep() {
    String swept = LEAST + "sweep: {seed: [1, 2], agents: [3, 4]}\n";
    Experiment experiment = Experiments.read(swept, "seed=7");
    assertThat(experiment.sweptKeys()).containsExactly("agents");
    assertThat(experiment.runs()).allMatch(run -> run.spec().seed() == 7);
  }

  @Test
  void an_empty_value_removes_a_key() {
    String full = LEAST + "faulty: 2\nfault: shout\nsweep: {seed: [1, 2], rounds: [1, 2]}\n";
    Experiment experiment =
        Experiments.read(full, "faulty=", "fault=~", "sweep.seed=null", "sweep.rounds=");
    assertThat(experiment.yaml()).isEqualTo(Experiments.read(LEAST).yaml());
    assertThat(Experiments.read(full, "faulty=", "fault=", "sweep=").yaml())
        .isEqualTo(Experiments.read(LEAST).yaml());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "seed | --set: expected path=value, not \"seed\"",
        "=3 | --set: expected path=value, not \"=3\"",
        "sed=3 | --set sed: unknown key (nearest: seed)",
        "seed.x=3 | --set seed.x: no keys below seed",
        "seed.x.y=3 | --set seed.x.y: no keys below seed",
        "pre-aggregators.0.size=3 | --set pre-aggregators.0.size: no keys below"
            + " pre-aggregators, a list that is set as a whole",
        "seed=[1 | --set seed: invalid YAML: expected ',' or ']', but got <stream end>",
        "seed={a: 1, a: 2} | --set seed.a: duplicate key",
        "filter.norms=l1 | --set filter.norms: the filter sieve has no parameter \"norms\""
            + " (nearest: norm; all: hole-width, norm, shaken, grains)",
        "filter.norm=l3 | --set filter.norm: expected one of l1, max-norm, not \"l3\" (nearest: l1)",
        "filter=seive | --set filter: no filter is called \"seive\""
            + " (nearest: sieve; all: varangian list filters)",
        "filter={name: seive} | --set filter.name: no filter is called \"seive\""
            + " (nearest: sieve; all: varangian list filters)",
        "tolerance=10 | --set tolerance: expected fewer than agents (10), not 10",
        "sweep.sede=[1] | --set sweep.sede: unknown key (nearest: seed)",
        "sweep.seed=1 | --set sweep.seed: expected a list of values, not \"1\"",
        "name=a/b | --set name: expected a name of letters, digits, spaces and . _ - ( ) = that begins with a letter or digit, at most 100 of them, not \"a/b\"",
      })
  void a_problem_in_a_setting_is_reported_with_its_path(String setting, String problem) {
    assertThat(Experiments.problems(LEAST, setting)).containsExactly(problem);
  }

  @Test
  void a_parameter_of_a_swept_component_has_no_effect_and_is_rejected() {
    assertThat(
            Experiments.problems(LEAST + "sweep: {filter: [sieve, colander]}\n", "filter.norm=l1"))
        .containsExactly("--set filter.norm: it has no effect, because filter is swept");
  }
}
