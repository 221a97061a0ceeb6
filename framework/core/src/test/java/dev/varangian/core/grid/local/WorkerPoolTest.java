package dev.varangian.core.grid.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.varangian.spi.run.EngineContext;
import dev.varangian.spi.run.EngineListener;
import dev.varangian.spi.run.ResolvedRun;
import dev.varangian.spi.run.RoundRow;
import dev.varangian.spi.run.RunDescription;
import dev.varangian.spi.run.RunOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerPoolTest {
  @TempDir private Path folder;

  /** A run whose YAML is none. */
  private record BadRun(String title, RunDescription description) implements ResolvedRun {
    @Override
    public int rounds() {
      return 1;
    }

    @Override
    public String yaml() {
      return "agents: none\n";
    }

    @Override
    public List<String> externalComponents() {
      return List.of();
    }

    @Override
    public void execute(EngineListener listener) {
      throw new AssertionError("executed in this process");
    }
  }

  private ResolvedRun run(String name) {
    return new BadRun(name, new RunDescription(name, Map.of(), "", folder.resolve(name)));
  }

  @Test
  void what_the_listener_throws_is_thrown_and_ends_the_rest() {
    AtomicInteger failed = new AtomicInteger();
    EngineListener listener =
        new EngineListener() {
          @Override
          public void note(ResolvedRun run, String line) {}

          @Override
          public void printed(String line) {}

          @Override
          public void round(ResolvedRun run, RoundRow row) {}

          @Override
          public void finished(ResolvedRun run, RunOutcome outcome) {}

          @Override
          public void failed(ResolvedRun run, String reason, boolean internal) {
            failed.incrementAndGet();
            throw new IllegalStateException("the disk is full");
          }
        };
    EngineContext context = new EngineContext(1, Duration.ofMinutes(1), folder, List.of());
    try (WorkerPool pool = new WorkerPool(1, context)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> pool.execute(List.of(run("one"), run("two")), listener))
          .withMessage("the disk is full");
    }
    assertThat(failed).hasValue(1);
  }
}
