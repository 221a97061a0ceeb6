package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  @Test
  void an_answer_is_given_and_a_failure_thrown() {
    Duration hour = Duration.ofHours(1);
    assertThat(Deadline.<String>within(hour, "it", () -> "yes")).isEqualTo("yes");
    IllegalStateException failure = new IllegalStateException("no");
    assertThatThrownBy(
            () ->
                Deadline.within(
                    hour,
                    "it",
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
  }

  @Test
  void where_no_answer_comes_the_place_in_the_code_is_named() {
    assertThatThrownBy(
            () -> Deadline.within(Duration.ofSeconds(1), "the filter slow", DeadlineTest::never))
        .isInstanceOf(UserErrorException.class)
        .hasMessageContaining("the filter slow did not tell of itself within 1 s: it is in ")
        .hasMessageContaining("DeadlineTest.never(");
  }

  private static Object never() {
    while (true) {
      Thread.onSpinWait();
    }
  }
}
