package dev.varangian.core.file;

import dev.varangian.spi.context.ConfigurationException;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files atomically: at any time, even if the process is killed, a file has either its new or
 * its old content.
 */
public final class AtomicFile {
  private static final int BUFFER = 1 << 16;

  /** Writes the content of a binary file. */
  @FunctionalInterface
  public interface Bytes {
    /** Writes everything. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes the content of a text file. */
  @FunctionalInterface
  public interface Text {
    /** Writes everything. */
    void writeTo(Writer out) throws IOException;
  }

  private AtomicFile() {}

  /**
   * Writes bytes.
   *
   * @throws ConfigurationException if the file cannot be written; it is then unchanged
   */
  public static void write(Path file, Bytes content) {
    Path part = part(file);
    try {
      try (FileChannel channel =
              FileChannel.open(
                  part,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(part);
      throw new ConfigurationException("cannot write " + file + ": " + IoReason.of(e));
    }
  }

  /**
   * Writes text, in UTF-8.
   *
   * @throws ConfigurationException if the file cannot be written; it is then unchanged
   */
  public static void writeText(Path file, Text content) {
    write(
        file,
        out -> {
          Writer writer =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
          content.writeTo(writer);
          writer.flush();
        });
  }

  /**
   * Writes a text, in UTF-8.
   *
   * @throws ConfigurationException if the file cannot be written; it is then unchanged
   */
  public static void writeText(Path file, String content) {
    writeText(file, writer -> writer.write(content));
  }

  /**
   * Removes a file if it exists, and the temporary file of a killed process.
   *
   * @throws ConfigurationException if it can't be removed
   */
  public static void remove(Path file) {
    try {
      Files.deleteIfExists(part(file));
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new ConfigurationException("cannot remove " + file + ": " + IoReason.of(e));
    }
  }

  private static Path part(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".part");
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The next attempt overwrites it.
    }
  }
}
