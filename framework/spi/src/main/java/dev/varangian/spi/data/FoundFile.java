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
 * A file of a data set where it lies. A gzip file is told by its first two bytes, whatever its
 * name, and its content is what it holds decompressed.
 *
 * @param path of the file
 */
public record FoundFile(Path path) {
  private static final int BUFFER = 1 << 16;
  private static final int GZIP_1 = 0x1f;
  private static final int GZIP_2 = 0x8b;

  /** What is made of a content. */
  @FunctionalInterface
  public interface Reading<T> {
    /** Reads what it needs. */
    T from(InputStream content) throws IOException;
  }

  /**
   * Reads the content.
   *
   * @throws ConfigurationException if it can't be read, or is a gzip file that is broken
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
   * @throws IOException if the file can't be opened, or begins as a gzip file and is none
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

  /** To be thrown where the file is not what it should be. */
  public ConfigurationException wrong(String what) {
    return new ConfigurationException(path + ": " + what);
  }

  /** Why a content could not be read to its end, in words that may follow the path. */
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
