package dev.varangian.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SourceCommitTest {
  private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

  @Test
  void a_build_from_a_checkout_records_its_commit() {
    assumeTrue(Files.exists(Path.of("../../.git/logs/HEAD")), "not built in a checkout");
    assertThat(SourceCommit.current())
        .hasValueSatisfying(commit -> assertThat(commit.id()).matches("[0-9a-f]{40}"));
  }

  @Test
  void a_dirty_checkout_is_recorded_as_such() {
    Properties properties = new Properties();
    properties.setProperty("git.commit.id.full", HASH);
    assertThat(SourceCommit.of(properties)).contains(new SourceCommit(HASH, false));
    properties.setProperty("git.dirty", "true");
    assertThat(SourceCommit.of(properties)).contains(new SourceCommit(HASH, true));
  }

  @Test
  void without_a_hash_there_is_no_commit() {
    assertThat(SourceCommit.of(new Properties())).isEmpty();
  }
}
