package dev.varangian.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varangian.core.catalogue.plugin.Sha256;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.DataFile;
import dev.varangian.spi.data.FoundFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
  private static final byte[] IMAGES = Bytes.random(5000, 1);
  private static final byte[] LABELS = Bytes.random(50, 2);
  private static final DatasetFiles FILES =
      new DatasetFiles(
          "digits",
          List.of(
              new DataFile("images", List.of("images.old"), Sha256.of(IMAGES), 5000, "images.gz"),
              new DataFile("labels", List.of(), "", 0, "labels.gz")),
          List.of(),
          "");

  @TempDir Path temporary = Path.of("");
  private Path from;
  private Path folder;

  @BeforeEach
  void folders() throws IOException {
    from = Files.createDirectories(temporary.resolve("from"));
    folder = temporary.resolve("data/digits");
  }

  /** What is wrong with the files. */
  private List<String> copy() {
    return Import.of(FILES.at(from), folder).stream()
        .filter(finding -> !finding.accepted())
        .map(Finding::line)
        .toList();
  }

  @Test
  void files_are_copied_decompressed_to_their_first_names() throws IOException {
    Files.write(from.resolve("images.old"), IMAGES);
    Files.write(from.resolve("labels.gz"), Bytes.gzip(LABELS));

    assertThat(copy()).isEmpty();
    assertThat(folder.resolve("images")).hasBinaryContent(IMAGES);
    assertThat(folder.resolve("labels")).hasBinaryContent(LABELS);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void compressed_files_are_recognised_by_content_not_by_name() throws IOException {
    Files.write(from.resolve("images"), Bytes.gzip(IMAGES));
    Files.write(from.resolve("labels.gz"), LABELS);

    assertThat(copy()).isEmpty();
    assertThat(folder.resolve("images")).hasBinaryContent(IMAGES);
    assertThat(folder.resolve("labels")).hasBinaryContent(LABELS);
  }

  @Test
  void a_new_file_is_not_hidden_by_an_old_one() throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("images.gz"), new byte[] {1});
    Files.write(from.resolve("images.gz"), Bytes.gzip(IMAGES));
    Files.write(from.resolve("labels"), LABELS);

    assertThat(copy()).isEmpty();
    assertThat(Verification.of(FILES.at(folder))).allMatch(Finding::accepted);
  }

  @Test
  void nothing_is_copied_if_a_file_is_missing_or_of_another_length() throws IOException {
    Files.write(from.resolve("images"), Bytes.random(4999, 3));

    assertThat(copy())
        .containsExactly(
            from.resolve("images") + ": holds 4999 bytes, expected 5000",
            from + ": there is no labels, plain or as .gz");
    assertThat(folder).doesNotExist();
  }

  @Test
  void a_file_of_the_right_length_with_other_content_is_copied_and_reported() throws IOException {
    byte[] other = Bytes.random(5000, 3);
    Files.write(from.resolve("images"), other);
    Files.write(from.resolve("labels"), LABELS);

    assertThat(copy())
        .containsExactly(
            from.resolve("images")
                + ": differs from the published file: SHA-256 "
                + Sha256.of(other)
                + ", expected "
                + Sha256.of(IMAGES));
    assertThat(folder.resolve("images")).hasBinaryContent(other);
  }

  @Test
  void a_full_disk_leaves_the_folder_as_it_was() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "no /dev/full on this system");
    Files.write(from.resolve("images"), IMAGES);
    Files.write(from.resolve("labels"), LABELS);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("images"), "old");
    Files.createSymbolicLink(folder.resolve(".labels.new"), full);

    assertThatThrownBy(this::copy)
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("cannot write into " + folder + ": no space left on device");
    assertThat(folder.resolve("images")).hasContent("old");
    assertThat(folder.resolve(".images.new")).doesNotExist();
    assertThat(folder.resolve(".labels.new")).doesNotExist();
    assertThat(folder.resolve("labels")).doesNotExist();
  }

  @Test
  void a_folder_with_the_name_of_one_file_prevents_the_whole_import() throws IOException {
    Files.write(from.resolve("images"), IMAGES);
    Files.write(from.resolve("labels"), LABELS);
    Files.createDirectories(folder.resolve("labels"));
    Files.writeString(folder.resolve("images"), "old");

    assertThatThrownBy(this::copy)
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "cannot write "
                + folder.resolve("labels")
                + ": a folder of that name is already exists");
    assertThat(folder.resolve("images")).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void a_file_that_becomes_unreadable_leaves_no_folder() throws IOException {
    Path broken = Files.write(from.resolve("labels.gz"), Arrays.copyOf(Bytes.gzip(LABELS), 40));

    assertThatThrownBy(
            () -> {
              try (FolderUpdate update = FolderUpdate.of(folder)) {
                update.stage(new FoundFile(broken), "labels");
              }
            })
        .hasMessageStartingWith(broken + ": ends in the middle of its gzip data");
    assertThat(temporary.resolve("data")).doesNotExist();
  }

  @Test
  void a_folder_can_be_imported_into_itself() throws IOException {
    folder = from;
    Files.write(from.resolve("images"), IMAGES);
    Files.write(from.resolve("labels"), LABELS);

    assertThat(copy()).isEmpty();
    assertThat(folder.resolve("images")).hasBinaryContent(IMAGES);
  }

  @Test
  void files_are_compared_with_their_declaration() throws IOException {
    Files.write(from.resolve("images"), Arrays.copyOf(IMAGES, 4999));
    Files.write(from.resolve("labels.gz"), Arrays.copyOf(Bytes.gzip(LABELS), 40));

    List<Finding> findings = Verification.of(FILES.at(from));

    assertThat(findings.get(0).line())
        .isEqualTo(from.resolve("images") + ": holds 4999 bytes, expected 5000");
    assertThat(findings.get(1).line())
        .isEqualTo(
            from.resolve("labels.gz")
                + ": ends in the middle of its gzip data, expected a whole file");
    Files.write(from.resolve("labels.gz"), Bytes.gzip(LABELS));
    assertThat(Verification.of(FILES.at(from)).get(1).line())
        .isEqualTo(
            from.resolve("labels.gz")
                + ": no checksum is declared; only the structure was checked");
  }
}
