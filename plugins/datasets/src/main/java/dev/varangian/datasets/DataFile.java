package dev.varangian.datasets;

import dev.varangian.spi.ConfigurationException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;

/** What is wrong with a file of a data set, in the words of all formats. */
final class DataFile {
  private DataFile() {}

  /** The file is not what it should be. */
  static ConfigurationException wrong(Path path, String what) {
    return new ConfigurationException(path + ": " + what);
  }

  /** The file can't be read. */
  static ConfigurationException unreadable(Path path, IOException e) {
    return wrong(path, "can't be read: " + reason(e));
  }

  /** Why, without the path. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
  }
}
