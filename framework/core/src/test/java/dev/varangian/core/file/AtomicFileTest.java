package dev.varangian.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.spi.context.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void no_temporary_file_is_left() throws IOException {
    AtomicFile.writeText(folder.resolve("a.txt"), "é\n");
    assertThat(folder).isDirectoryContaining("glob:**a.txt");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
    assertThat(Files.readAllBytes(folder.resolve("a.txt"))).containsExactly(0xc3, 0xa9, '\n');
  }

  @Test
  void a_failed_write_does_not_change_the_file() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFile.writeText(file, "old");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("cannot write " + file + ": no space left on device");
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }

  @Test
  void what_a_killed_process_left_does_not_matter() throws IOException {
    Files.writeString(folder.resolve(".a.txt.part"), "something longer than the new content");
    AtomicFile.writeText(folder.resolve("a.txt"), "new");
    assertThat(folder.resolve("a.txt")).hasContent("new");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }

  @Test
  void a_missing_folder_is_named_with_the_reason() {
    Path file = folder.resolve("none/a.txt");
    assertThatThrownBy(() -> AtomicFile.writeText(file, "x"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("cannot write " + file + ": no such file or folder");
  }
}
