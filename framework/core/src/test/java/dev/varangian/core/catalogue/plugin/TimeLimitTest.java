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
  void a_result_is_returned_and_an_exception_rethrown() {
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
  void the_place_of_code_that_never_returns_is_known() {
    assertThat(TimeLimit.run(TimeLimitTest::never, Duration.ofSeconds(1), TimeLimitTest::late))
        .contains("TimeLimitTest.never(");
  }

  private static String never() {
    while (true) {
      Thread.onSpinWait();
    }
  }
}
