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
 * Writes whole files: whoever looks, and whenever the process is killed, a file is there with all
 * of its content, or as it was before.
 */
public final class AtomicFile {
  private static final int BUFFER = 1 << 16;

  /** What makes up a file of bytes. */
  @FunctionalInterface
  public interface Bytes {
    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** What makes up a file of text. */
  @FunctionalInterface
  public interface Text {
    /** Writes all of it. */
    void writeTo(Writer out) throws IOException;
  }

  private AtomicFile() {}

  /**
   * Writes bytes.
   *
   * @throws ConfigurationException if the file can't be written; it is then as it was before
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
   * @throws ConfigurationException if the file can't be written; it is then as it was before
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
   * @throws ConfigurationException if the file can't be written; it is then as it was before
   */
  public static void writeText(Path file, String content) {
    writeText(file, writer -> writer.write(content));
  }

  /**
   * Removes a file, if it is there, and what a process that was killed left of it.
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
