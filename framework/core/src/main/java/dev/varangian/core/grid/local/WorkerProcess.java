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

/** A worker process, as seen by the process that started it. */
final class WorkerProcess implements AutoCloseable {
  /** How long starting a JVM and discovering plugins may take before a run begins. */
  private static final Duration STARTUP = Duration.ofSeconds(60);

  private static final int PATIENCE = 5;
  private static final long MOMENT = 500;

  /** Every JVM with the vector module prints this; once is enough. */
  private static final String KNOWN = "WARNING: Using incubator modules";

  private final Process process;
  private final Writer tasks;
  private final Consumer<String> printed;

  /** An empty element marks the end. */
  private final BlockingQueue<Optional<Message>> answers = new LinkedBlockingQueue<>();

  private final Thread errors;
  private final Duration limit;
  private volatile TimeLimit silence;
  private boolean hung;

  /**
   * Starts the process.
   *
   * @param limit how long it may be silent once a run has begun
   * @param printed receives each line that it prints other than a message
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
    // Read continuously: a process whose pipe is full blocks.
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
      // Same as the end: the process is being terminated.
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
      // Same as the end.
    } finally {
      answers.add(Optional.empty());
    }
  }

  /** Sends a message; a process that has ended never answers. */
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
   * The next message; null if there are no more. This waits for the end of the process rather than
   * of its output, which a process started by a plugin may keep open.
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
   * The reason why there are no more messages.
   *
   * @param hung whether the process was silent for too long and was terminated
   */
  record End(String reason, boolean hung) {}

  /** To be called when there are no more messages. */
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
        errors.join(MOMENT); // its last output comes before the reason
        return "its worker process ended with exit code " + process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "its worker process stopped responding";
  }

  /** Terminates the process and the processes that plugins have started from it. */
  @Override
  public void close() {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }
}
