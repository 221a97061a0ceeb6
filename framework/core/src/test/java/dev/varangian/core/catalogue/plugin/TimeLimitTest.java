package dev.varangian.core.catalogue.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private static String late(Thread thread) {
    return ForeignFrame.of(thread).orElseThrow();
  }

  @Test
  void an_answer_is_given_and_a_failure_thrown() {
    assertThat(TimeLimit.run(() -> "yes", HOUR, TimeLimitTest::late)).isEqualTo("yes");
    for (Throwable failure : new Throwable[] {new IllegalStateException(), new AssertionError()}) {
      assertThatThrownBy(() -> TimeLimit.run(() -> thrown(failure), HOUR, TimeLimitTest::late))
          .isSameAs(failure);
    }
  }

  private static String thrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  @Test
  void where_no_answer_comes_the_place_in_the_code_can_be_named() {
    assertThat(TimeLimit.run(TimeLimitTest::never, Duration.ofSeconds(1), TimeLimitTest::late))
        .contains("TimeLimitTest.never(");
  }

  private static String never() {
    while (true) {
      Thread.onSpinWait();
    }
  }
}
