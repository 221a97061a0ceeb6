package dev.varangian.core.grid;

import dev.varangian.core.file.IoReason;
import dev.varangian.spi.context.ConfigurationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The stack trace of a failed run, in a file in the run's folder. */
final class FailureTrace {
  private final Path file;

  FailureTrace(Path folder) {
    this.file = folder.resolve("failure.txt");
  }

  /** Removes the trace of an earlier attempt. */
  void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new ConfigurationException("cannot remove " + file + ": " + IoReason.of(e));
    }
  }

  /**
   * Writes the stack trace.
   *
   * @return where the file is, as text to append to a message; empty if it can't be written
   */
  String write(Throwable thrown) {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      thrown.printStackTrace(out);
      return " (trace: " + file + ")";
    } catch (IOException unwritable) {
      return "";
    }
  }
}
