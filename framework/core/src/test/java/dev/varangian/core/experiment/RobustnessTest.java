package dev.varangian.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.core.experiment.reading.Parsed;
import dev.varangian.core.experiment.yaml.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RobustnessTest {
  private static final String RICH =
      """
      name: "rich"
      seed: 1
      model: abacus
      dataset: {name: pebbles, title: 'a b', count: 8}
      agents: 10
      faults:
        - {name: mumble, agents: [9], from: 100, until: 400}
        - name: shout
          agents: [3, 1]
          scale: 2
      batch-size: 16
      rounds: 500
      step-size: 0.1
      averaging: 0.0
      pre-aggregators: []
      filter: {name: sieve, norm: l1}
      partition: iid
      sweep:
        seed: [1, 2]
        filter.hole-width: [1, 2]
        step-size: {value: [1, 2]}
      """;
  private static final String[] PIECES = {
    "\n",
    " ",
    "  ",
    "\t",
    ":",
    ": ",
    ",",
    "[",
    "]",
    "{",
    "}",
    "-",
    "- ",
    "#",
    "&a",
    "*a",
    "!",
    "!!",
    "|",
    ">",
    "'",
    "\"",
    "\\",
    "?",
    "? ",
    "%",
    "@",
    "`",
    "~",
    "null",
    "---\n",
    "...\n",
    "<<",
    "0",
    "-1",
    "1e9",
    ".nan",
    "\u00e9",
    "\ud83d\ude00",
    "\u2028",
    "\u0085",
    "\ufeff",
    "\ud800",
    "name:",
    "sweep:",
    "faults:",
    "agents: [1, 2]",
    "[[[[",
    "{{{{",
    "fault.scale",
    "filter",
    "a.b.c: 1\n"
  };

  @Test
  void every_text_is_either_an_experiment_or_has_problems_of_one_line() {
    SplittableRandom random = new SplittableRandom(11);
    int wrong = 0;
    for (int trial = 0; trial < 3_000; trial++) {
      StringBuilder text = new StringBuilder(RICH);
      for (int edit = random.nextInt(1, 4); edit > 0; edit--) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(4) * random.nextInt(8));
        text.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
      }
      Parsed parsed = Experiments.reader().read(text.toString(), Path.of("toy.yaml"), List.of());
      assertThat(parsed.experiment().isEmpty()).isEqualTo(!parsed.problems().isEmpty());
      assertThat(parsed.problems()).doesNotHaveDuplicates();
      for (Problem problem : parsed.problems()) {
        assertThat(problem.toString()).startsWith("toy.yaml:").doesNotContain("\n");
      }
      parsed
          .experiment()
          .ifPresent(
              experiment ->
                  assertThat(Experiments.read(experiment.yaml()).yaml())
                      .isEqualTo(experiment.yaml()));
      wrong += parsed.problems().isEmpty() ? 0 : 1;
    }
    assertThat(wrong).isBetween(1_000, 2_999);
  }

  @Test
  void every_setting_is_either_accepted_or_has_a_problem() {
    SplittableRandom random = new SplittableRandom(12);
    String[] keys = {
      "seed", "filter", "filter.norm", "sweep", "sweep.seed", "faults", "sweep.filter"
    };
    for (int trial = 0; trial < 1_000; trial++) {
      StringBuilder value = new StringBuilder();
      for (int piece = random.nextInt(4); piece >= 0; piece--) {
        value.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String setting = keys[random.nextInt(keys.length)] + "=" + value;
      Parsed parsed = Experiments.reader().read(RICH, Path.of("toy.yaml"), List.of(setting));
      assertThat(parsed.experiment().isEmpty()).isEqualTo(!parsed.problems().isEmpty());
    }
  }

  @Test
  void a_grid_of_thousands_of_runs_is_read_quickly() {
    StringBuilder seeds = new StringBuilder("1");
    for (int seed = 2; seed <= 1_000; seed++) {
      seeds.append(", ").append(seed);
    }
    Experiment experiment =
        Experiments.read(
            Experiments.LEAST
                + "fault: shout\nsweep: {faulty: [1, 2, 3, 4], seed: ["
                + seeds
                + "]}\n");
    assertThat(experiment.runs()).hasSize(4_000);
  }
}
