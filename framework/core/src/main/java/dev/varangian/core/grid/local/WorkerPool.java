package dev.varangian.core.grid.local;

import dev.varangian.spi.run.EngineContext;
import dev.varangian.spi.run.EngineListener;
import dev.varangian.spi.run.ResolvedRun;
import dev.varangian.spi.run.RoundRow;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Executes runs in worker processes, several at a time. If a process ends unexpectedly or is silent
 * for too long, only its run fails, and the process is replaced.
 */
final class WorkerPool implements AutoCloseable {
  private static final Duration MOMENT = Duration.ofMillis(300);

  /** The percentage of the machine's memory that the heaps of all processes together may use. */
  private static final int MEMORY_PERCENT = 75;

  private final int processes;
  private final EngineContext context;
  private final Set<WorkerProcess> alive = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param processes the maximum number of processes at a time
   */
  WorkerPool(int processes, EngineContext context) {
    this.processes = processes;
    this.context = context;
  }

  private List<String> command(int threads) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
    options.stream()
        .filter(option -> !option.matches("-(javaagent|agent|Xrun).*"))
        .forEach(command::add);
    if (options.stream().noneMatch(option -> option.startsWith("-Xmx"))) {
      command.add("-XX:MaxRAMPercentage=" + (double) MEMORY_PERCENT / processes);
    }
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), WorkerMain.class.getName()));
    command.add(Integer.toString(threads));
    command.add(context.data().toString());
    context.plugins().forEach(plugin -> command.add(plugin.toString()));
    return command;
  }

  /**
   * Executes the runs, in approximately the given order, and returns when all have finished or
   * failed. An exception thrown by the listener ends all of them and is rethrown.
   */
  void execute(List<ResolvedRun> runs, EngineListener listener) {
    Queue<ResolvedRun> queue = new ConcurrentLinkedQueue<>(runs);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      int share = share(i);
      Thread thread =
          new Thread(
              () -> {
                try {
                  serve(queue, share, listener);
                } catch (RuntimeException | Error e) {
                  failure.compareAndSet(null, e);
                  close();
                }
              },
              "varangian-worker-" + (i + 1));
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        close();
        Thread.currentThread().interrupt();
      }
    }
    Throwable thrown = failure.get();
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
  }

  private int share(int process) {
    return Math.max(
        1, context.threads() / processes + (process < context.threads() % processes ? 1 : 0));
  }

  private void serve(Queue<ResolvedRun> queue, int share, EngineListener listener) {
    @Nullable WorkerProcess worker = null;
    for (ResolvedRun run = queue.poll(); run != null && !closed; run = queue.poll()) {
      if (worker == null) {
        try {
          worker = start(share, listener);
        } catch (IOException e) {
          listener.failed(run, "cannot start a worker process: " + e.getMessage(), true);
          continue;
        }
      }
      worker.send(Message.run(run));
      if (!follow(worker, run, listener)) {
        worker = end(worker);
      }
    }
    end(worker);
  }

  private WorkerProcess start(int share, EngineListener listener) throws IOException {
    WorkerProcess worker =
        new WorkerProcess(
            new ProcessBuilder(command(share)), context.silenceLimit(), listener::printed);
    alive.add(worker);
    if (closed) {
      worker.close();
    }
    return worker;
  }

  private @Nullable WorkerProcess end(@Nullable WorkerProcess worker) {
    if (worker != null) {
      alive.remove(worker);
      worker.close();
    }
    return null;
  }

  /** Returns whether the worker can execute another run. */
  private boolean follow(WorkerProcess worker, ResolvedRun run, EngineListener listener) {
    while (true) {
      Message message = worker.answer();
      if (message == null) {
        WorkerProcess.End end = worker.end();
        if (!isClosing()) {
          List<String> external = run.externalComponents();
          listener.failed(
              run,
              end.reason()
                  + (external.isEmpty()
                      ? ""
                      : "; from external plugins it uses " + String.join(", ", external)),
              external.isEmpty() && !end.hung());
        }
        return false;
      }
      switch (message.kind()) {
        case STARTED -> {}
        case NOTE -> listener.note(run, message.text());
        case ROUND -> listener.round(run, row(message));
        case FINISHED -> {
          listener.finished(run, message.outcome(row(message)));
          return true;
        }
        case FAILED -> {
          listener.failed(run, message.text(), message.internal());
          return false; // it may have little memory left
        }
        case RUN -> listener.printed(message.line()); // no worker sends one, but a plugin may
      }
    }
  }

  private static RoundRow row(Message message) {
    return Objects.requireNonNull(message.row());
  }

  /** A keyboard interrupt ends the workers a moment before this process is notified. */
  private boolean isClosing() {
    try {
      Thread.sleep(MOMENT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return closed;
  }

  /** Terminates all processes. */
  @Override
  public void close() {
    closed = true;
    alive.forEach(WorkerProcess::close);
  }
}
