package dev.varangian.core.catalogue.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private static String late() {
    return "late";
  }

  @Test
  void an_answer_is_returned_and_a_failure_thrown() {
    assertThat(TimeLimit.call(() -> "yes", HOUR, TimeLimitTest::late)).isEqualTo("yes");
    for (Throwable failure : new Throwable[] {new IllegalStateException(), new AssertionError()}) {
      assertThatThrownBy(() -> TimeLimit.call(() -> thrown(failure), HOUR, TimeLimitTest::late))
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
  void where_no_answer_comes_the_work_is_late() {
    assertThat(TimeLimit.call(TimeLimitTest::never, Duration.ofMillis(100), TimeLimitTest::late))
        .isEqualTo("late");
  }

  private static String never() {
    while (true) {
      Thread.onSpinWait();
    }
  }

  @Test
  void a_limit_is_exceeded_once_its_time_has_passed_since_the_last_restart() {
    TimeLimit limit = new TimeLimit(Duration.ZERO);
    while (!limit.isExceeded()) {
      Thread.onSpinWait();
    }
    TimeLimit hour = new TimeLimit(HOUR);
    hour.restart();
    assertThat(hour.isExceeded()).isFalse();
  }

  @Test
  void seconds_are_written_without_trailing_zeros() {
    assertThat(TimeLimit.seconds(Duration.ofMillis(2500))).isEqualTo("2.5 s");
    assertThat(TimeLimit.seconds(Duration.ofSeconds(20))).isEqualTo("20 s");
  }
}
