package dev.varangian.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.Toys;
import dev.varangian.core.experiment.reading.ExperimentReader;
import dev.varangian.core.experiment.reading.Parsed;
import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestedParametersTest {
  private static final String REST =
      """
      model: abacus
      dataset: pebbles
      agents: 10
      faulty: 1
      batch-size: 16
      rounds: 500
      step-size: 0.1
      filter: sieve
      """;

  private final Catalogue catalogue = Catalogue.of(new Toys(), new Nesting());

  /** A fault with records in its record. */
  static final class Nesting implements Plugin {
    @Override
    public List<Component<?>> components() {
      return List.of(Component.fault("siren", Siren.class));
    }
  }

  record Pitch(
      @Param(value = "the lowest", min = 1) int low,
      @Param(value = "the highest", min = 1, defaultValue = "9") int high) {
    Pitch {
      if (high < low) {
        throw new ConfigurationException("high", "expected at least low");
      }
    }
  }

  record Sound(@Param(value = "how loud", defaultValue = "0.5") double volume, Pitch pitch) {}

  record Wail(Sound firstSound, @Param(value = "how long", defaultValue = "3") int length) {}

  static final class Siren implements GradientFault {
    @Inject
    Siren(Wail wail) {}

    @Override
    public Knowledge knows() {
      return Knowledge.NOTHING;
    }

    @Override
    public void forge(Situation situation, OutputRow out) {}
  }

  private Parsed read(String lines, String... settings) {
    return new ExperimentReader(catalogue).read(REST + lines, Path.of("e.yaml"), List.of(settings));
  }

  private static List<Record> wails(Parsed parsed) {
    assertThat(parsed.problems()).isEmpty();
    return parsed.experiment().orElseThrow().runs().stream()
        .map(run -> run.spec().faults().get(0).fault().parameters())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: siren, first-sound: {pitch: {low: 2}}}",
        "{name: siren, first-sound: {pitch.low: 2}}",
        "{name: siren, first-sound.pitch.low: 2}",
        "{name: siren, first-sound.pitch: {low: 2, high: 9}, length: 3}",
      })
  void records_within_a_record_are_bound_nested_or_by_dotted_names(String fault) {
    assertThat(wails(read("fault: " + fault)))
        .containsExactly(new Wail(new Sound(0.5, new Pitch(2, 9)), 3));
  }

  @Test
  void nested_values_are_set_and_swept_by_dotted_paths_and_the_resolved_file_reads_back() {
    String fault = "fault: {name: siren, first-sound: {pitch: {low: 2}}}\n";
    assertThat(wails(read(fault, "fault.first-sound.pitch.low=4")))
        .containsExactly(new Wail(new Sound(0.5, new Pitch(4, 9)), 3));
    Parsed swept = read(fault + "sweep: {fault: {first-sound: {pitch: {high: [5, 6]}}}}");
    assertThat(wails(swept))
        .containsExactly(
            new Wail(new Sound(0.5, new Pitch(2, 5)), 3),
            new Wail(new Sound(0.5, new Pitch(2, 6)), 3));
    Experiment experiment = swept.experiment().orElseThrow();
    assertThat(experiment.sweptKeys()).containsExactly("fault.first-sound.pitch.high");
    Parsed again =
        new ExperimentReader(catalogue).read(experiment.yaml(), Path.of("e.yaml"), List.of());
    assertThat(wails(again)).isEqualTo(wails(swept));
    assertThat(again.experiment().orElseThrow().yaml()).isEqualTo(experiment.yaml());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fault: siren | e.yaml:9 fault.first-sound.pitch.low: required: expected a whole number of"
            + " at least 1",
        "fault: {name: siren, first-sound: 3} | e.yaml:9 fault.first-sound: expected a mapping with"
            + " volume, pitch.low, pitch.high, not \"3\"",
        "fault: {name: siren, first-sound: {pitch: {low: x}}} | e.yaml:9"
            + " fault.first-sound.pitch.low: expected a whole number of at least 1, not \"x\"",
        "fault: {name: siren, first-sound: {pitch: {low: 1, hihg: 2}}} | e.yaml:9"
            + " fault.first-sound.pitch.hihg: the fault siren has no parameter"
            + " \"first-sound.pitch.hihg\" (nearest: first-sound.pitch.high;",
        "fault: {name: siren, first-sound: {pitch: {low: 5, high: 2}}} | e.yaml:9"
            + " fault.first-sound.pitch.high: expected at least low",
        "fault: {name: siren, first-sound.pitch.low: 1, first-sound: {pitch: {low: 2}}} | e.yaml:9"
            + " fault.first-sound.pitch.low: duplicate key",
      })
  void a_problem_in_a_nested_record_has_its_line_and_full_key(String line, String message) {
    assertThat(read(line).problems())
        .anySatisfy(problem -> assertThat(problem.toString()).startsWith(message));
  }
}
