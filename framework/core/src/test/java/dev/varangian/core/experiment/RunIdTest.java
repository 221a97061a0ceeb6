package dev.varangian.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunIdTest {
  private static final String LEAST = Experiments.LEAST;

  private static String id(String yaml) {
    return Experiments.read(yaml).runs().get(0).id();
  }

  @Test
  void it_names_what_matters_most_and_ends_in_a_hash() {
    assertThat(id(LEAST)).matches("pebbles-abacus-sieve-n10-f0-seed1-[0-9a-f]{10}");
    assertThat(id(LEAST + "faulty: 2\nfault: {name: shout, scale: 0.5}\nseed: -3\n"))
        .matches("pebbles-abacus-sieve-shout\\(scale=0\\.5\\)-n10-f2-seed-3-[0-9a-f]{10}");
  }

  @Test
  void it_stays_the_same_from_release_to_release() {
    assertThat(id(LEAST)).isEqualTo("pebbles-abacus-sieve-n10-f0-seed1-087a3f6a36");
  }

  @Test
  void it_depends_neither_on_the_name_nor_on_other_runs_nor_on_how_the_run_is_written() {
    String id = id(LEAST);
    assertThat(id("name: other\n" + LEAST)).isEqualTo(id);
    assertThat(id(LEAST + "sweep: {seed: [1, 2]}\n")).isEqualTo(id);
    assertThat(id(LEAST + "faulty: 0\nfault: shout\n")).isEqualTo(id);
    assertThat(id(LEAST.replace("0.1", "{name: steady, value: 1e-1}"))).isEqualTo(id);
    assertThat(id(LEAST + "tolerance: 0\nevaluate-every: 50\n")).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed: 2",
        "tolerance: 1",
        "averaging: 0.1",
        "evaluate-every: 49",
        "faulty: 1\nfault: shout",
        "faulty: 1\nfault: mumble",
        "faults: [{name: mumble, agents: [2]}]",
        "faults: [{name: mumble, agents: [1], from: 2}]",
        "faults: [{name: mumble, agents: [1], until: 2}]",
      })
  void different_runs_have_different_ids(String line) {
    assertThat(id(LEAST + line + "\n")).isNotEqualTo(id(LEAST));
  }

  @Test
  void all_runs_of_a_grid_have_different_ids() {
    Set<String> ids = new TreeSet<>();
    String yaml =
        LEAST
            + "fault: shout\nsweep: {agents: [5, 6], rounds: [1, 2], batch-size: [1, 2],"
            + " step-size: [1, 2], filter: [sieve, colander], filter: [sieve, colander],"
            + " dataset.count: [2, 4], faulty: [1, 2], fault.scale: [1, 2]}\n";
    Experiment experiment = Experiments.read(yaml.replace(" filter: [sieve, colander],", ""));
    experiment.runs().forEach(run -> ids.add(run.id()));
    assertThat(ids).hasSize(128);
  }

  @Test
  void it_is_a_folder_name_on_every_system() {
    StringBuilder faults = new StringBuilder();
    for (int agent = 1; agent < 10; agent++) {
      faults.append("{name: shout, agents: [").append(agent).append("], scale: ");
      faults.append(agent).append(".25e-9},");
    }
    String id = id(LEAST + "faults: [" + faults + "]\n");
    assertThat(id).matches("[a-z0-9.()=_-]{1,100}");
    assertThat(id(LEAST.replace("sieve", "{name: sieve, norm: l1, shaken: true}")))
        .startsWith("pebbles-abacus-sieve(norm=l1_shaken=true)-n10-");
  }
}
