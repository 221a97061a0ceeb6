package dev.varangian.cli.worker;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A worker as the process that started it sees it. */
final class WorkerProcess implements AutoCloseable {
  private static final int PATIENCE = 5;

  /** Every JVM with vectors says this; once is enough. */
  private static final String KNOWN = "WARNING: Using incubator modules";

  private final Process process;
  private final Writer tasks;
  private final BufferedReader answers;
  private volatile long lastAnswer = System.nanoTime();
  private volatile boolean givenUp;

  WorkerProcess(ProcessBuilder builder) throws IOException {
    this.process = builder.start();
    this.tasks =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
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

  /** The next answer; null if there will be none. */
  @Nullable Message answer() {
    try {
      String line = answers.readLine();
      lastAnswer = System.nanoTime();
      return line == null ? null : Message.parse(line);
    } catch (IOException e) {
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
        return "its process ended with exit code " + process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "its process answers no more";
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
