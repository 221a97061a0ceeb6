package dev.varangian.core.grid.local;

import dev.varangian.core.record.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where in the program a run failed, in a file beside its other ones. */
final class Trace {
  private final Path file;

  Trace(RunFolder folder) {
    this.file = folder.path().resolve("failure.txt");
  }

  /** Removes that of an earlier attempt. */
  void clear() throws IOException {
    Files.deleteIfExists(file);
  }

  /**
   * Writes what was thrown.
   *
   * @return where it lies, the text of the claim to put after a message; empty if it can't be
   *     written
   */
  String write(Throwable thrown) {
    try (PrintWriter out = writer()) {
      thrown.printStackTrace(out);
      return " (trace: " + file + ")";
    } catch (IOException unwritable) {
      return "";
    }
  }

  /**
   * Writes where a thread is.
   *
   * @return as {@link #write(Throwable)}
   */
  String write(String message, Thread thread) {
    try (PrintWriter out = writer()) {
      out.println(message);
      for (StackTraceElement element : thread.getStackTrace()) {
        out.println("\tat " + element);
      }
      return " (trace: " + file + ")";
    } catch (IOException unwritable) {
      return "";
    }
  }

  private PrintWriter writer() throws IOException {
    return new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
  }
}
