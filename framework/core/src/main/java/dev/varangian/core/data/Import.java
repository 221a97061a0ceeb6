package dev.varangian.core.data;

import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.DataFolder;
import java.nio.file.Path;
import java.util.List;

/** Copies the files of a data set, decompressed, from a folder to where they are looked for. */
public final class Import {
  private Import() {}

  /**
   * Copies all files, or none if one is missing or of no use. Those that differ from the published
   * ones only in their content are copied.
   *
   * @param to where they go
   * @return what was found in {@code from}; if a file of it is {@link Finding.State#WRONG} none was
   *     copied
   * @throws ConfigurationException if a file can't be written; {@code to} is then as it was before
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
