package dev.varangian.core.grid.local;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A worker as the process that started it sees it. */
final class WorkerProcess implements AutoCloseable {
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
  private volatile long lastAnswer = System.nanoTime();
  private volatile boolean givenUp;

  /**
   * Starts the process.
   *
   * @param printed told of each line that it prints and that is no answer
   */
  WorkerProcess(ProcessBuilder builder, Consumer<String> printed) throws IOException {
    this.printed = printed;
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
          lastAnswer = System.nanoTime();
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
    lastAnswer = System.nanoTime();
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
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** Ends the process if it has been silent for so long. */
  void giveUpAfter(long nanoseconds) {
    if (System.nanoTime() - lastAnswer > nanoseconds) {
      givenUp = true;
      process.destroyForcibly();
    }
  }

  /** Why there are no more answers. */
  String reason() {
    if (givenUp) {
      return "it finished no round for too long and was ended";
    }
    try {
      if (process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
        errors.join(MOMENT); // what it printed at last comes before the reason
        return "its process ended with exit code " + process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "its process answers no more";
  }

  /** Ends the process, and what a plugin has started in it. */
  @Override
  public void close() {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }
}
