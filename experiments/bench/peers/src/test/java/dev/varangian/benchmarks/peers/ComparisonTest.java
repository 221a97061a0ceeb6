package dev.varangian.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  private static final Path HOME = Path.of("java");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--only lunet | peers: --only: expected some of lenet,sgemm,filters,limits,versions,growth,"
            + " not lunet",
        "--threads 0 | peers: --threads: expected numbers from 1 to",
        "--turns 0 | peers: --turns: expected a number of at least 1, not 0",
        "--java25 nowhere | peers: --java25: there is no bin/java in nowhere",
      })
  void bad_options_are_refused_in_a_line(String options, String message) {
    PrintStream before = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code;
    try {
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      code = Comparison.run(options.split(" "));
    } finally {
      System.setErr(before);
    }

    assertThat(code).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(message).hasLineCount(1);
  }

  @Test
  void every_group_has_figures() {
    for (String group : Rows.GROUPS) {
      assertThat(Rows.of(List.of(group), List.of(2), HOME, Optional.empty(), HOME))
          .as(group)
          .isNotEmpty();
    }
  }

  @Test
  void results_that_differ_are_told_apart() {
    float[] ours = {3, 4};

    assertThatCode(() -> Tensors.requireClose("x", new float[] {3.001f, 4}, ours, 2, 1e-3))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Tensors.requireClose("x", new float[] {3.1f, 4}, ours, 2, 1e-3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("differs from ours");
    assertThatThrownBy(() -> Tensors.requireClose("x", new float[] {Float.NaN, 4}, ours, 2, 1))
        .isInstanceOf(IllegalStateException.class);
  }
}
