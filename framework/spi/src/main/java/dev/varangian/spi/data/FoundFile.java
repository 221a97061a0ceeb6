package dev.varangian.spi.data;

import dev.varangian.spi.context.ConfigurationException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file of a data set that was found. A gzip file is recognised by its first two bytes, whatever
 * its name, and its content is the decompressed data.
 *
 * @param path the path of the file
 */
public record FoundFile(Path path) {
  private static final int BUFFER = 1 << 16;
  private static final int GZIP_1 = 0x1f;
  private static final int GZIP_2 = 0x8b;

  /** Reads a value from a file's content. */
  @FunctionalInterface
  public interface Reading<T> {
    /** Reads what it needs. */
    T from(InputStream content) throws IOException;
  }

  /**
   * Reads the content.
   *
   * @throws ConfigurationException if it can't be read, or is a damaged gzip file
   */
  public <T> T read(Reading<T> reading) {
    try (InputStream content = open()) {
      return reading.from(content);
    } catch (IOException e) {
      throw wrong(reason(e));
    }
  }

  /**
   * The content as a stream.
   *
   * @throws IOException if the file can't be opened, or begins like a gzip file but isn't one
   */
  public InputStream open() throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    try {
      raw.mark(2);
      boolean compressed = raw.read() == GZIP_1 && raw.read() == GZIP_2;
      raw.reset();
      return compressed ? new GZIPInputStream(raw, BUFFER) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** The exception to throw if the file is not as expected. */
  public ConfigurationException wrong(String what) {
    return new ConfigurationException(path + ": " + what);
  }

  /** Why the content could not be read completely, worded to follow the path in a message. */
  public static String reason(IOException e) {
    if (e instanceof EOFException) {
      return "ends in the middle of its gzip data, expected a whole file";
    }
    String detail = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    if (e instanceof ZipException) {
      return "has damaged gzip data (" + detail + "), expected an intact file";
    }
    if (e instanceof AccessDeniedException) {
      return "cannot be read: permission denied";
    }
    return "cannot be read: "
        + (e instanceof FileSystemException failure && failure.getReason() != null
            ? failure.getReason()
            : detail);
  }
}
