package dev.varangian.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitCommitTest {
  private static final String HASH = "0123456789abcdef0123456789abcdef01234567";
  @TempDir Path root;

  @Test
  void a_branch_is_followed() throws IOException {
    write(".git/HEAD", "ref: refs/heads/topic/one\n");
    write(".git/refs/heads/topic/one", HASH + "\n");
    assertThat(GitCommit.of(root)).contains(HASH);
  }

  @Test
  void a_packed_branch_is_found() throws IOException {
    write(".git/HEAD", "ref: refs/heads/main\n");
    write(
        ".git/packed-refs",
        "# pack-refs with: peeled\n"
            + "f".repeat(40)
            + " refs/heads/another-main\n"
            + HASH
            + " refs/heads/main\n");
    assertThat(GitCommit.of(root)).contains(HASH);
  }

  @Test
  void a_detached_head_is_the_commit() throws IOException {
    write(".git/HEAD", HASH + "\n");
    assertThat(GitCommit.of(root)).contains(HASH);
  }

  @Test
  void a_second_work_tree_uses_the_branches_of_the_first() throws IOException {
    write("main/.git/refs/heads/side", HASH + "\n");
    write("main/.git/worktrees/side/HEAD", "ref: refs/heads/side\n");
    write("main/.git/worktrees/side/commondir", "../..\n");
    write("side/.git", "gitdir: " + root.resolve("main/.git/worktrees/side") + "\n");
    assertThat(GitCommit.of(root.resolve("side"))).contains(HASH);
  }

  @Test
  void without_a_commit_there_is_none() throws IOException {
    assertThat(GitCommit.of(root)).isEmpty();
    write(".git/HEAD", "ref: refs/heads/main\n");
    assertThat(GitCommit.of(root)).isEmpty();
    write(".git/HEAD", "nonsense");
    assertThat(GitCommit.of(root)).isEmpty();
  }

  private void write(String file, String content) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }
}
