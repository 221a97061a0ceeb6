package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchTest {

  @ParameterizedTest
  @CsvSource({"0,0", "-1,-1", "1025,1025", "two,\"two\"", "1.5,\"1.5\""})
  void an_impossible_number_of_threads_is_refused(String given, String shown) {
    Invocation call = Invocation.of("bench", "--threads", given);

    assertThat(call.err())
        .isEqualTo(
            "varangian: --threads: expected a whole number from 1 to 1024, not " + shown + "\n");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.out()).isEmpty();
  }

  @Test
  void words_are_refused() {
    Invocation call = Invocation.of("bench", "lenet");

    assertThat(call.err()).isEqualTo("varangian: bench takes no arguments, but was given lenet\n");
    assertThat(call.code()).isEqualTo(2);
  }
}
