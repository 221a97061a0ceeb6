package dev.varangian.core.data;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/** Checks files of data sets against what is declared of them. */
public final class Verification {

  /**
   * What was found of one file.
   *
   * @param file which one
   * @param path where it lies; empty if it is missing
   * @param problem why it can't be used, beginning with where it is; empty if it can
   * @param known whether there was a checksum to compare with
   */
  public record Finding(
      DataFile file, Optional<Path> path, Optional<String> problem, boolean known) {}

  private Verification() {}

  /** Looks at every file that {@code files} declares, in {@code folder}. */
  public static List<Finding> of(DatasetFiles files, Path folder) {
    return files.files().stream().map(file -> of(file, folder)).toList();
  }

  private static Finding of(DataFile file, Path folder) {
    boolean known = !file.sha256().isEmpty();
    Optional<Path> path = file.in(folder);
    if (path.isEmpty()) {
      String problem = folder + ": there is no " + file.name() + ", plain or as .gz";
      return new Finding(file, path, Optional.of(problem), known);
    }
    try {
      Content content = Content.of(path.get());
      return new Finding(
          file,
          path,
          content.differenceTo(file).map(difference -> path.get() + ": " + difference),
          known);
    } catch (IOException e) {
      return new Finding(file, path, Optional.of(path.get() + ": " + reason(e)), known);
    }
  }

  static String reason(IOException e) {
    return e instanceof ZipException || e instanceof EOFException
        ? "is a broken gzip file (" + e.getMessage() + ")"
        : "can't be read (" + e.getMessage() + ")";
  }
}
