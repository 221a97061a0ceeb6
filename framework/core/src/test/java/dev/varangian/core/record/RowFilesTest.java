package dev.varangian.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.core.file.GrowingFile;
import dev.varangian.spi.context.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFilesTest {
  @TempDir private Path folder;

  private static void append(RowFiles files, int from) {
    Results small = Results.small();
    for (int i = from - 1; i < small.rounds().size(); i++) {
      int round = small.rounds().get(i).round();
      files.round(
          small.rounds().get(i),
          small.agents().stream().filter(agent -> agent.round() == round).toList());
      files.timing(small.timings().get(i));
    }
  }

  private List<String> contents() throws IOException {
    return List.of(
        Files.readString(folder.resolve("metrics.csv")),
        Files.readString(folder.resolve("agents.csv")),
        Files.readString(folder.resolve("timings.csv")));
  }

  @Test
  void truncated_and_appended_rows_are_the_same() throws IOException {
    List<GrowingFile.Mark> marks;
    List<String> whole;
    try (RowFiles files = new RowFiles(folder, 1)) {
      files.restart();
      files.round(Results.small().rounds().get(0), Results.small().agents().subList(0, 2));
      files.timing(Results.small().timings().get(0));
      marks = files.mark();
      append(files, 2);
      files.mark();
      whole = contents();
    }
    try (RowFiles files = new RowFiles(folder, 1)) {
      assertThat(files.cutTo(marks)).isTrue();
      assertThat(files.mark()).isEqualTo(marks);
      assertThat(contents().get(0)).endsWith("\n1,2.5,,,0.1,1.0E-5,0.0,0\n");
      append(files, 2);
      files.mark();
      assertThat(contents()).isEqualTo(whole);
    }
  }

  @Test
  void a_file_that_does_not_match_the_checkpoint_is_not_changed() throws IOException {
    List<GrowingFile.Mark> marks;
    try (RowFiles files = new RowFiles(folder, 1)) {
      files.restart();
      append(files, 1);
      marks = files.mark();
    }
    Files.writeString(folder.resolve("timings.csv"), "round\n");
    List<String> before = contents();
    try (RowFiles files = new RowFiles(folder, 1)) {
      assertThat(files.cutTo(marks)).isFalse();
      assertThat(files.cutTo(marks.subList(0, 2))).isFalse();
    }
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void two_processes_cannot_execute_the_same_run() {
    try (RowFiles first = new RowFiles(folder, 1)) {
      assertThatThrownBy(() -> new RowFiles(folder, 2))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage(folder + " is being written by another process");
      first.restart();
    }
    new RowFiles(folder, 1).close();
  }
}
