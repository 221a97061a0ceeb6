package dev.varangian.core.data;

import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.DataFolder;
import java.nio.file.Path;
import java.util.List;

/**
 * Imports the files of a data set: copies them, decompressed, from a folder to the data directory.
 */
public final class Import {
  private Import() {}

  /**
   * Copies all files, or none if one is missing or unusable. Files that differ from the published
   * ones only in content are copied.
   *
   * @param to where they go
   * @return the state of each file in {@code from}; if one is {@link Finding.State#WRONG}, none was
   *     copied
   * @throws ConfigurationException if a file can't be written; {@code to} is then unchanged
   */
  public static List<Finding> of(DataFolder from, Path to) {
    List<Finding> findings = Verification.of(from);
    if (findings.stream().noneMatch(finding -> finding.state() == Finding.State.WRONG)) {
      try (FolderUpdate update = FolderUpdate.of(to)) {
        findings.forEach(
            finding -> update.stage(finding.found().orElseThrow(), finding.file().name()));
        update.commit();
      }
    }
    return findings;
  }
}
