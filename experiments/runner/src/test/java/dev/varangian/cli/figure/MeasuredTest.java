package dev.varangian.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.core.experiment.figure.Claim;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuredTest {

  private static Claim claim(Claim.Measure measure, Claim.Check check) {
    return new Claim("a claim", measure, Map.of(), check);
  }

  @Test
  void accuracies_are_compared_with_fault_free_ones_in_points() {
    Claim near = claim(Claim.Measure.LATE_ACCURACY, new Claim.NearFaultFree(0.03));
    assertThat(Measured.range(near, List.of(-0.02, -0.004)))
        .isEqualTo("late accuracy 0.4 to 2.0 points below fault-free (allowed: 3)");
    assertThat(Measured.range(near, List.of(-0.02, 0.01)))
        .isEqualTo("late accuracy 2.0 points below to 1.0 points above fault-free (allowed: 3)");
    assertThat(Measured.range(near, List.of(0.01, 0.01)))
        .isEqualTo("late accuracy 1.0 points above fault-free (allowed: 3)");
    assertThat(Measured.of(near, -0.04)).isEqualTo("4.0 points below");
  }

  @Test
  void other_measures_are_compared_in_their_own_unit() {
    Claim near = claim(Claim.Measure.LATE_LOSS, new Claim.NearFaultFree(0.1));
    assertThat(Measured.range(near, List.of(-0.25)))
        .isEqualTo("late loss 0.250 below fault-free (allowed: 0.1)");
  }

  @Test
  void a_bound_is_named_beside_what_was_measured() {
    Claim atLeast = claim(Claim.Measure.SPIKES, new Claim.AtLeast(0.5));
    assertThat(Measured.range(atLeast, List.of(0.4, 0.7)))
        .isEqualTo("spikes 0.400 to 0.700 (required: at least 0.5)");
    assertThat(Measured.range(atLeast, List.of())).isEmpty();
  }

  @Test
  void a_trend_names_its_key() {
    Claim falls = claim(Claim.Measure.LATE_LOSS, new Claim.Along("batch-size", false, 0.02));
    assertThat(Measured.range(falls, List.of(-0.3, 0.01)))
        .isEqualTo(
            "late loss changes by -0.300 to +0.010 from one batch-size to the next (required: at"
                + " most 0.02)");
    Claim rises = claim(Claim.Measure.LATE_LOSS, new Claim.Along("faulty", true, 0));
    assertThat(Measured.range(rises, List.of(0.1)))
        .isEqualTo(
            "late loss changes by +0.100 from one faulty to the next (required: at least 0)");
  }
}
