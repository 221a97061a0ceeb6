package dev.varangian.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.core.catalogue.Sha256;
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

  private List<String> copy() {
    return Import.of(FILES, from, folder);
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
  void compressed_files_are_told_by_their_content_not_their_names() throws IOException {
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
    assertThat(folder.resolve("images.gz")).doesNotExist();
    assertThat(Verification.of(FILES, folder)).allMatch(finding -> finding.problem().isEmpty());
  }

  @Test
  void nothing_is_copied_if_a_file_is_missing_or_wrong() throws IOException {
    Files.write(from.resolve("images"), Bytes.random(5000, 3));

    assertThat(copy())
        .hasSize(2)
        .anySatisfy(
            line -> assertThat(line).startsWith(from.resolve("images") + ": has the SHA-256 "))
        .contains(from + ": there is no labels, plain or as .gz");
    assertThat(folder).doesNotExist();
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
  void what_is_there_is_compared_with_what_is_declared() throws IOException {
    Files.write(from.resolve("images"), Arrays.copyOf(IMAGES, 4999));
    Files.write(from.resolve("labels.gz"), Arrays.copyOf(Bytes.gzip(LABELS), 40));

    List<Verification.Finding> findings = Verification.of(FILES, from);

    assertThat(findings.get(0).problem())
        .hasValue(from.resolve("images") + ": holds 4999 bytes, expected 5000");
    assertThat(findings.get(0).known()).isTrue();
    assertThat(findings.get(1).problem().orElseThrow()).contains("is a broken gzip file");
    assertThat(findings.get(1).known()).isFalse();
  }
}
