package dev.varangian.cli.commands;

import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.component.Calls;
import dev.varangian.core.grid.local.Seconds;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does what strangers' components take part in, none of which need ever end. */
final class Patience {
  private static final long LOOK_EVERY_MS = 100;

  private final Calls calls;
  private final Duration limit;

  /**
   * @param calls those of the components
   * @param limit how long one of them may take
   */
  Patience(Calls calls, Duration limit) {
    this.calls = calls;
    this.limit = limit;
  }

  /**
   * Does a task, which should be over soon.
   *
   * @throws UserErrorException if a stranger's component takes too long; the task is not over then
   */
  void run(Runnable task) {
    FutureTask<Boolean> future = new FutureTask<>(task, true);
    Thread thread = new Thread(future, "varangian-preparation");
    thread.setDaemon(true); // it may outlive the command's work, and must not outlive the command
    thread.start();
    while (true) {
      try {
        future.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        calls
            .longest()
            .filter(Calls.Call::foreign)
            .filter(call -> System.nanoTime() - call.since() > limit.toNanos())
            .ifPresent(this::refuse);
      } catch (ExecutionException e) {
        throw unchecked(e.getCause() == null ? e : e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private void refuse(Calls.Call call) {
    throw new UserErrorException(call + " did not end within " + Seconds.of(limit) + " (--limit)");
  }

  private static RuntimeException unchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException exception
        ? exception
        : new IllegalStateException(cause);
  }
}
