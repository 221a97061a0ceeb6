package dev.varangian.core.grid.local;

import dev.varangian.core.catalogue.plugin.TimeLimit;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A worker as the process that started it sees it. */
final class WorkerProcess implements AutoCloseable {
  /** What the start of a JVM and the discovery of plugins may take, before a run begins. */
  private static final Duration STARTUP = Duration.ofSeconds(60);

  private static final int PATIENCE = 5;
  private static final long MOMENT = 500;

  /** Every JVM with vectors says this; once is enough. */
  private static final String KNOWN = "WARNING: Using incubator modules";

  private final Process process;
  private final Writer tasks;
  private final Consumer<String> printed;

  /** Empty at their end. */
  private final BlockingQueue<Optional<Message>> answers = new LinkedBlockingQueue<>();

  private final Thread errors;
  private final Duration limit;
  private volatile TimeLimit silence;
  private boolean hung;

  /**
   * Starts the process.
   *
   * @param limit how long it may be silent once it has begun a run
   * @param printed told of each line that it prints and that is no answer
   */
  WorkerProcess(ProcessBuilder builder, Duration limit, Consumer<String> printed)
      throws IOException {
    this.printed = printed;
    this.limit = limit;
    this.silence = new TimeLimit(limit.plus(STARTUP));
    this.process = builder.start();
    this.tasks =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    // Read all the time: a process whose pipe is full stands still.
    this.errors = reading(process.getErrorStream(), this::passOn, "varangian-worker-errors");
    reading(process.getInputStream(), this::take, "varangian-worker-answers");
  }

  private static Thread reading(InputStream stream, Consumer<Lines> reader, String name) {
    Lines lines =
        new Lines(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
    Thread thread = new Thread(() -> reader.accept(lines), name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void passOn(Lines lines) {
    try {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (!line.startsWith(KNOWN)) {
          printed.accept(line);
        }
      }
    } catch (IOException e) {
      // As at the end: the process is being ended.
    }
  }

  private void take(Lines lines) {
    try {
      for (String line = lines.next(); line != null; line = lines.next()) {
        Optional<Message> message = Message.parse(line);
        if (message.isPresent()) {
          if (message.get().kind() == Message.Kind.STARTED) {
            silence = new TimeLimit(limit);
          }
          silence.restart();
          answers.add(message);
        } else {
          printed.accept(line); // by the JVM itself
        }
      }
    } catch (IOException e) {
      // As at the end.
    } finally {
      answers.add(Optional.empty());
    }
  }

  /** Sends a message; a process that has ended will just not answer it. */
  void send(Message message) {
    silence.restart();
    try {
      tasks.write(message.line());
      tasks.write('\n');
      tasks.flush();
    } catch (IOException e) {
      process.destroyForcibly();
    }
  }

  /**
   * The next answer; null if there will be none. The end of the process counts, not that of its
   * output, which a process that a plugin has started in it may hold open.
   */
  @Nullable Message answer() {
    try {
      while (true) {
        boolean ended = !process.isAlive();
        Optional<Message> answer = answers.poll(MOMENT, TimeUnit.MILLISECONDS);
        if (answer != null) {
          return answer.orElse(null);
        }
        if (ended) {
          return null;
        }
        if (silence.isExceeded()) {
          hung = true;
          close();
          return null;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /**
   * Why there are no more answers.
   *
   * @param hung whether the process was silent for too long and was ended
   */
  record End(String reason, boolean hung) {}

  /** To be called when there are no more answers. */
  End end() {
    return hung
        ? new End(
            "no round ended within "
                + TimeLimit.seconds(limit)
                + " (--limit changes that), so its worker process was ended",
            true)
        : new End(reason(), false);
  }

  private String reason() {
    try {
      if (process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
        errors.join(MOMENT); // what it printed at last comes before the reason
        return "its worker process ended with exit code " + process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "its worker process answers no more";
  }

  /** Ends the process, and the processes that a plugin has started in it. */
  @Override
  public void close() {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }
}
