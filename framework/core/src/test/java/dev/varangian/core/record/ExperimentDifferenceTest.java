package dev.varangian.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExperimentDifferenceTest {
  private static final String RECORDED =
      """
      name: one
      seed: 1
      filter: {name: cge, normalise: mean}
      sweep:
        seed: [1, 2]
      """;

  @Test
  void order_style_and_settings_without_effect_do_not_matter() throws IOException {
    String resolved =
        """
        filter:
          normalise: mean
          name: cge
        seed: 1
        threads: 2
        sweep: {seed: [1, 2]}
        name: another
        """;
    assertThat(ExperimentDifference.between(RECORDED, resolved)).isEmpty();
  }

  @Test
  void a_difference_is_reported_with_its_key() throws IOException {
    assertThat(ExperimentDifference.between(RECORDED, RECORDED.replace("mean", "sum")))
        .contains("filter.normalise is mean there but sum here");
    assertThat(ExperimentDifference.between(RECORDED, RECORDED.replace("[1, 2]", "[2, 1]")))
        .contains("sweep.seed is [1,2] there but [2,1] here");
    assertThat(ExperimentDifference.between(RECORDED, RECORDED + "rounds: 5\n"))
        .contains("rounds is not set there but 5 here");
    assertThat(ExperimentDifference.between(RECORDED + "rounds: 5\n", RECORDED))
        .contains("rounds is 5 there but not set here");
  }
}
