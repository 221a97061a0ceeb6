package dev.varangian.cli.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.varangian.core.grid.GridListener;
import dev.varangian.core.grid.RunTask;
import dev.varangian.core.grid.local.WorkerPool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerPoolTest {
  @TempDir private Path folder;

  /** A run whose folder isn't there. */
  private RunTask task(String name) {
    return new RunTask(name, folder.resolve(name), 1, Map.of());
  }

  @Test
  void what_the_listener_throws_is_thrown_and_ends_the_rest() {
    AtomicInteger told = new AtomicInteger();
    GridListener listener =
        new GridListener() {
          @Override
          public void note(String line) {}

          @Override
          public void printed(String line) {}

          @Override
          public void round(RunTask task, int round, double loss) {}

          @Override
          public void finished(RunTask task, int round, String outcome) {}

          @Override
          public void failed(RunTask task, String reason, boolean users) {
            told.incrementAndGet();
            throw new IllegalStateException("the disk is full");
          }
        };
    try (WorkerPool pool = new WorkerPool(1, 1, Duration.ofMinutes(1), folder, List.of())) {
      assertThatIllegalStateException()
          .isThrownBy(() -> pool.make(List.of(task("one"), task("two")), listener))
          .withMessage("the disk is full");
    }
    assertThat(told).hasValue(1);
  }
}
