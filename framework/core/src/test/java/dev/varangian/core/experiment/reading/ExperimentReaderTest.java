package dev.varangian.core.experiment.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.Experiments;
import dev.varangian.core.experiment.FaultAssignment;
import dev.varangian.core.experiment.RunSpec;
import dev.varangian.core.experiment.yaml.Origin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentReaderTest {
  private static final String LEAST = Experiments.LEAST;

  @TempDir private Path folder;

  private static String parameters(Choice<?> choice) {
    return choice.parameters().toString();
  }

  @Test
  void a_missing_key_has_its_default() {
    Experiment experiment = Experiments.read(LEAST);
    assertThat(experiment.name()).isEqualTo("toy");
    assertThat(experiment.sweptKeys()).isEmpty();
    RunSpec spec = experiment.runs().get(0).spec();
    assertThat(spec.seed()).isEqualTo(1);
    assertThat(spec.faults()).isEmpty();
    assertThat(spec.faultyAgents()).isEmpty();
    assertThat(spec.tolerance()).isZero();
    assertThat(spec.averaging()).isZero();
    assertThat(spec.partition().component().name()).isEqualTo("iid");
    assertThat(spec.evaluateEvery()).isEqualTo(50);
    assertThat(parameters(spec.filter()))
        .isEqualTo("SieveParameters[holeWidth=2, norm=MAX_NORM, shaken=false, grains=5000000000]");
  }

  @Test
  void given_values_are_read() {
    RunSpec spec =
        Experiments.spec(
            """
            name: all of it
            seed: -9223372036854775808
            model: {name: abacus}
            dataset: {name: pebbles, title: "2"}
            agents: 10
            faulty: 2
            tolerance: 3
            batch-size: 16
            rounds: 500
            step-size: {name: fading, start: 1e-3, rate: .5}
            averaging: 0.2
            pre-aggregators: []
            filter: {name: sieve, hole-width: 3, norm: l1, shaken: true, grains: 6}
            fault: {name: shout, scale: 1E+2}
            partition: iid
            evaluate-every: 7
            """);
    assertThat(spec.seed()).isEqualTo(Long.MIN_VALUE);
    assertThat(parameters(spec.dataset())).isEqualTo("PebblesParameters[title=2, count=8]");
    assertThat(spec.agents()).isEqualTo(10);
    assertThat(spec.tolerance()).isEqualTo(3);
    assertThat(spec.batchSize()).isEqualTo(16);
    assertThat(spec.rounds()).isEqualTo(500);
    assertThat(parameters(spec.stepSize())).isEqualTo("FadingParameters[start=0.001, rate=0.5]");
    assertThat(spec.averaging()).isEqualTo(0.2);
    assertThat(parameters(spec.filter()))
        .isEqualTo("SieveParameters[holeWidth=3, norm=L1, shaken=true, grains=6]");
    assertThat(spec.evaluateEvery()).isEqualTo(7);
    FaultAssignment assignment = spec.faults().get(0);
    assertThat(assignment.agents()).containsExactly(0, 1);
    assertThat(assignment.from()).isEqualTo(1);
    assertThat(assignment.until()).isEqualTo(500);
    assertThat(parameters(assignment.fault())).isEqualTo("ShoutParameters[scale=100.0]");
  }

  @Test
  void a_bare_number_selects_the_schedule_with_the_shorthand() {
    Choice<?> stepSize = Experiments.spec(LEAST).stepSize();
    assertThat(stepSize.component().name()).isEqualTo("steady");
    assertThat(parameters(stepSize)).isEqualTo("SteadyParameters[value=0.1]");
  }

  @Test
  void each_faulty_agent_may_have_its_own_fault_in_its_own_rounds() {
    RunSpec spec =
        Experiments.spec(
            LEAST
                + """
                faults:
                  - {name: mumble, agents: [9], from: 100, until: 400}
                  - name: shout
                    agents: [3, 1]
                    scale: 2
                  - {name: shout, agents: [9], from: 401}
                """);
    assertThat(spec.faults()).hasSize(3);
    assertThat(spec.faults().get(0).agents()).containsExactly(0, 2);
    assertThat(parameters(spec.faults().get(0).fault())).isEqualTo("ShoutParameters[scale=2.0]");
    assertThat(spec.faults().get(1).agents()).containsExactly(8);
    assertThat(spec.faults().get(1).from()).isEqualTo(100);
    assertThat(spec.faults().get(1).until()).isEqualTo(400);
    assertThat(spec.faults().get(2).from()).isEqualTo(401);
    assertThat(spec.faults().get(2).until()).isEqualTo(500);
    assertThat(spec.faultyAgents()).containsExactly(0, 2, 8);
    assertThat(spec.tolerance()).isEqualTo(3);
  }

  @Test
  void a_fault_without_faulty_agents_has_no_effect() {
    assertThat(Experiments.spec(LEAST + "faulty: 0\nfault: shout\n").faults()).isEmpty();
  }

  @Test
  void a_choice_has_its_place_in_the_file() {
    RunSpec spec = Experiments.spec(LEAST, "model=abacus");
    assertThat(spec.filter().origin()).isEqualTo(new Origin("toy.yaml", 7, "filter"));
    assertThat(spec.model().origin()).isEqualTo(new Origin("--set", 0, "model"));
  }

  @Test
  void an_empty_value_counts_as_missing() {
    Experiment experiment =
        Experiments.read(
            LEAST.replace("filter: sieve", "filter: {name: sieve, hole-width: }")
                + "name: ~\nseed:\nfault: null\ntolerance:\nsweep:\n");
    assertThat(experiment.name()).isEqualTo("toy");
    assertThat(experiment.runs().get(0).spec().seed()).isEqualTo(1);
    assertThat(experiment.yaml()).isEqualTo(Experiments.read(LEAST).yaml());
  }

  @Test
  void a_name_that_looks_like_a_number_is_a_name() {
    assertThat(Experiments.read("name: 007\n" + LEAST).name()).isEqualTo("007");
  }

  @Test
  void a_whole_number_is_decimal_even_with_leading_zeros() {
    assertThat(Experiments.spec(LEAST + "seed: 010\n").seed()).isEqualTo(10);
  }

  @Test
  void block_style_and_comments_make_no_difference() {
    String block =
        """
        # A comment
        ---
        model:
          name: abacus
        dataset: pebbles   # another
        agents: 10
        batch-size: 16
        rounds: 500
        step-size:
          name: steady
          value:
            0.1
        filter:
          'sieve'
        """;
    assertThat(Experiments.read(block).yaml()).isEqualTo(Experiments.read(LEAST).yaml());
  }

  @Test
  void windows_line_ends_and_a_byte_order_mark_are_accepted() throws Exception {
    Path file = folder.resolve("windows.yaml");
    Files.writeString(file, "\ufeff" + LEAST.replace("\n", "\r\n"));
    Parsed parsed = Experiments.reader().read(file, List.of());
    assertThat(parsed.problems()).isEmpty();
    assertThat(parsed.experiment().orElseThrow().name()).isEqualTo("windows");
  }

  @Test
  void an_unreadable_file_is_reported() throws Exception {
    Path missing = folder.resolve("missing.yaml");
    assertThat(fileProblem(missing)).isEqualTo(missing + ": no such file");
    assertThat(fileProblem(folder))
        .isEqualTo(folder + ": expected an experiment file, found a folder");
  }

  @Test
  void a_file_that_is_not_text_is_reported_with_the_line() throws Exception {
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "seed: 1\nname: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(fileProblem(latin)).isEqualTo(latin + ":2: expected UTF-8; these bytes are invalid");
    Path cut = folder.resolve("cut.yaml");
    Files.write(cut, new byte[] {'a', ':', ' ', (byte) 0xc3});
    assertThat(fileProblem(cut)).isEqualTo(cut + ":1: expected UTF-8; these bytes are invalid");
    Path binary = folder.resolve("binary.yaml");
    Files.write(binary, new byte[] {'a', '\n', 0, 1});
    assertThat(fileProblem(binary))
        .isEqualTo(binary + ":2: expected text, found the control character 0");
    Path large = folder.resolve("large.yaml");
    Files.write(large, new byte[2_000_001]);
    assertThat(fileProblem(large))
        .isEqualTo(large + ": expected an experiment file, found one larger than 2 MB");
  }

  private static String fileProblem(Path file) {
    Parsed parsed = Experiments.reader().read(file, List.of());
    assertThat(parsed.experiment()).isEmpty();
    assertThat(parsed.problems()).hasSize(1);
    return parsed.problems().get(0).toString();
  }

  @Test
  void the_first_agents_are_the_faulty_ones() {
    RunSpec spec = Experiments.spec(LEAST + "faulty: 9\nfault: mumble\n");
    assertThat(spec.faultyAgents())
        .containsExactlyElementsOf(IntStream.range(0, 9).boxed().toList());
  }
}
