package dev.varangian.core.data;

import dev.varangian.core.data.Verification.Finding;
import dev.varangian.core.record.AtomicFile;
import dev.varangian.spi.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Copies the files of a data set, decompressed, from a folder to where they are looked for. */
public final class Import {
  private Import() {}

  /**
   * Copies all files, or none if one is missing or another than the declared one.
   *
   * @return what is wrong with the files in {@code from}, a line each; empty if they were copied
   * @throws ConfigurationException if a file can't be written; those before it are there in full
   */
  public static List<String> of(DatasetFiles files, Path from, Path folder) {
    List<Finding> findings = Verification.of(files, from);
    List<String> problems =
        findings.stream().map(Finding::problem).flatMap(Optional::stream).toList();
    if (problems.isEmpty()) {
      create(folder);
      findings.forEach(finding -> copy(finding, folder));
    }
    return problems;
  }

  private static void copy(Finding finding, Path folder) {
    Path source = finding.path().orElseThrow();
    Path target = folder.resolve(finding.file().name());
    write(source, target);
    removeOthers(finding.file(), target);
  }

  /** The content of {@code source}, decompressed if need be. */
  static void write(Path source, Path target) {
    AtomicFile.write(
        target,
        out -> {
          try (InputStream in = Content.open(source)) {
            in.transferTo(out);
          }
        });
  }

  /** One that is left under another name could be read in place of the new one. */
  static void removeOthers(DataFile file, Path kept) {
    for (String name : file.names()) {
      Path other = kept.resolveSibling(name);
      try {
        if (Files.exists(other) && !Files.isSameFile(other, kept)) {
          Files.delete(other);
        }
      } catch (IOException e) {
        throw new ConfigurationException("cannot remove " + other + ": " + e.getMessage());
      }
    }
  }

  static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ConfigurationException("cannot make the folder " + folder + ": " + e.getMessage());
    }
  }
}
