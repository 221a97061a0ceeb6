package dev.varangian.core.grid.local;

import dev.varangian.core.grid.GridListener;
import dev.varangian.core.grid.RunTask;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes runs in processes of their own, several at a time. Two processes of one thread make more
 * rounds in a second than one process of two, since nothing in them waits for another thread. A
 * process that dies or is silent for too long costs its run only: it is replaced.
 */
public final class WorkerPool implements AutoCloseable {
  /** A worker ends itself at the limit, and can say why; this is for one that can't. */
  private static final Duration GRACE = Duration.ofSeconds(60);

  private static final long LOOK_EVERY_MS = 1000;

  private static final Duration MOMENT = Duration.ofMillis(300);

  /** The part of the machine's memory that all processes together may use for their heaps. */
  private static final int MEMORY_PERCENT = 75;

  private final int processes;
  private final int threads;
  private final Duration limit;
  private final Path data;
  private final Collection<Path> plugins;
  private final Set<WorkerProcess> alive = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "varangian-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean closed;

  /**
   * @param processes how many at a time
   * @param threads how many threads all of them together have
   * @param limit how long a run may go without ending a round
   * @param data where data sets lie
   * @param plugins where foreign plugins lie
   */
  public WorkerPool(
      int processes, int threads, Duration limit, Path data, Collection<Path> plugins) {
    this.processes = processes;
    this.threads = threads;
    this.limit = limit;
    this.data = data;
    this.plugins = plugins;
    long patience = limit.plus(GRACE).toNanos();
    watch.scheduleWithFixedDelay(
        () -> alive.forEach(worker -> worker.giveUpAfter(patience)),
        LOOK_EVERY_MS,
        LOOK_EVERY_MS,
        TimeUnit.MILLISECONDS);
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
    command.add(data.toString());
    command.add(Long.toString(limit.toNanos()));
    plugins.forEach(plugin -> command.add(plugin.toString()));
    return command;
  }

  /**
   * Makes the runs, in about their order, and returns when all are finished or have failed. What
   * the listener throws ends all of them and is thrown.
   */
  public void make(List<RunTask> tasks, GridListener listener) {
    Queue<RunTask> queue = new ConcurrentLinkedQueue<>(tasks);
    AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      int share = share(i);
      Thread thread =
          new Thread(
              () -> {
                try {
                  serve(queue, share, listener);
                } catch (RuntimeException | Error e) {
                  fault.compareAndSet(null, e);
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
    Throwable thrown = fault.get();
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
  }

  private int share(int process) {
    return Math.max(1, threads / processes + (process < threads % processes ? 1 : 0));
  }

  private void serve(Queue<RunTask> queue, int share, GridListener listener) {
    @Nullable WorkerProcess worker = null;
    for (RunTask task = queue.poll(); task != null && !closed; task = queue.poll()) {
      if (worker == null) {
        try {
          worker = start(share, listener);
        } catch (IOException e) {
          listener.failed(task, "no process for it can be started: " + e.getMessage(), false);
          continue;
        }
      }
      worker.send(Message.task(task));
      if (!follow(worker, task, listener)) {
        worker = end(worker);
      }
    }
    end(worker);
  }

  private WorkerProcess start(int share, GridListener listener) throws IOException {
    WorkerProcess worker = new WorkerProcess(new ProcessBuilder(command(share)), listener::printed);
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

  /** Returns whether the worker can go on. */
  private boolean follow(WorkerProcess worker, RunTask task, GridListener listener) {
    while (true) {
      Message message = worker.answer();
      if (message == null) {
        String reason = worker.reason();
        if (!isClosing()) {
          listener.failed(task, reason, false);
        }
        return false;
      }
      switch (message.kind()) {
        case NOTE -> listener.note(task.title() + " " + message.text());
        case ROUND -> listener.round(task, message.round(), message.loss());
        case FINISHED -> {
          listener.finished(task, message.round(), message.text());
          return true;
        }
        case FAILED, REFUSED -> {
          listener.failed(task, message.text(), message.kind() == Message.Kind.REFUSED);
          return false; // it may have little memory left, or be ending
        }
        case TASK -> listener.printed(message.line()); // no worker sends one, but a plugin may
      }
    }
  }

  /** An interrupt from the keyboard ends the workers a moment before this process knows of it. */
  private boolean isClosing() {
    try {
      Thread.sleep(MOMENT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return closed;
  }

  /** Ends all processes. */
  @Override
  public void close() {
    closed = true;
    watch.shutdownNow();
    alive.forEach(WorkerProcess::close);
  }
}
