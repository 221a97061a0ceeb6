package dev.varangian.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunLabelTest {

  @Test
  void a_component_stands_for_itself_and_a_number_with_its_key() {
    assertThat(
            RunLabel.of(
                List.of("filter", "faulty", "filter.normalise", "seed"),
                List.of("cge", "2", "sum", "3"),
                "whole"))
        .isEqualTo(
            new RunLabel("cge, faulty 2, normalise sum", "cge, faulty 2, normalise sum, seed 3"));
  }

  @Test
  void where_only_the_seed_is_swept_each_seed_is_a_group() {
    assertThat(RunLabel.of(List.of("seed"), List.of("3"), "whole"))
        .isEqualTo(new RunLabel("seed 3", "seed 3"));
  }

  @Test
  void a_single_run_is_the_whole() {
    assertThat(RunLabel.of(List.of(), List.of(), "whole"))
        .isEqualTo(new RunLabel("whole", "whole"));
  }
}
