package dev.varangian.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTablesTest {
  private static final List<String> HEADER =
      List.of("filter", "seed", "final_test_accuracy", "rounds", "backdoor.success_rate");

  private static List<String> row(String... cells) {
    return List.of(cells);
  }

  @Test
  void runs_that_differ_only_in_their_seed_are_averaged_with_their_interval() {
    String text =
        ResultsTables.of(
            List.of("filter", "seed"),
            List.of(
                HEADER,
                row("cge", "1", "0.87654321", "60", ""),
                row("cge", "2", "0.9", "60", "0.5"),
                row("cge", "3", "0.95", "60", "0.25")));
    assertThat(text)
        .startsWith("filter  seed  final_test_accuracy  rounds  backdoor.success_rate\n")
        .contains("cge     1     0.8765               60\n")
        .contains("\nmean over seeds (95 % confidence interval of the mean (Student's t)):\n")
        .contains("filter  seeds  final_test_accuracy        backdoor.success_rate\n")
        .endsWith(
            "cge     3      0.9088 (0.8156 to 1.0021)  0.3750 (0.2500 to 0.5000; 2 of 3 runs)\n");
  }

  @Test
  void without_a_second_seed_there_are_no_means() {
    assertThat(
            ResultsTables.of(
                List.of("filter", "seed"), List.of(HEADER, row("cge", "1", "0.9", "60", ""))))
        .doesNotContain("mean over");
    assertThat(
            ResultsTables.of(
                List.of("filter"),
                List.of(List.of("filter", "rounds"), row("cge", "60"), row("cge", "60"))))
        .doesNotContain("mean over");
  }
}
