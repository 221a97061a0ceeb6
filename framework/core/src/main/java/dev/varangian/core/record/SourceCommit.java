package dev.varangian.core.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * The git commit that Varangian was built from, as the build recorded it.
 *
 * @param id the full hash
 * @param dirty whether tracked files differed from that commit
 */
public record SourceCommit(String id, boolean dirty) {
  private static final String RESOURCE = "/dev/varangian/core/git.properties";

  /** The commit of the running code; empty if it was built outside a git checkout. */
  static Optional<SourceCommit> current() {
    try (InputStream in = SourceCommit.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        return Optional.empty();
      }
      Properties properties = new Properties();
      properties.load(in);
      return of(properties);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<SourceCommit> of(Properties properties) {
    String id = properties.getProperty("git.commit.id.full", "");
    boolean dirty = Boolean.parseBoolean(properties.getProperty("git.dirty"));
    return id.isEmpty() ? Optional.empty() : Optional.of(new SourceCommit(id, dirty));
  }
}
