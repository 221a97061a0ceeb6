package dev.varangian.spi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.varangian.spi.context.ConfigurationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @DataFiles({
    @DataFiles.File(name = "all.bin", otherNames = "old/all.dat", sha256 = "AB12"),
    @DataFiles.File(name = "few.bin", bytes = 3, download = "few.zip")
  })
  private interface Declaring {}

  @TempDir Path data = Path.of("");

  private DataFolder folder() {
    return DataFolder.of(new DataDirectory(data), "mine", Declaring.class);
  }

  private Path write(String name, String content) throws IOException {
    Path file = data.resolve("mine").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static byte[] gzip(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String text(FoundFile file) {
    return file.read(in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
  }

  @Test
  void its_files_are_those_that_a_class_declares() {
    assertThat(folder().path()).isEqualTo(data.resolve("mine"));
    assertThat(folder().files())
        .extracting(DataFile::name, DataFile::sha256, DataFile::bytes, DataFile::download)
        .containsExactly(
            tuple("all.bin", "ab12", 0L, "all.bin.gz"), tuple("few.bin", "", 3L, "few.zip"));
    assertThat(DataFile.declaredBy(String.class)).isEmpty();
  }

  @Test
  void the_first_declared_name_counts_and_a_plain_file_before_a_compressed_one()
      throws IOException {
    write("few.bin", "few");
    for (String name : new String[] {"old/all.dat.gz", "all.bin.gz", "old/all.dat", "all.bin"}) {
      Path file = write(name, name);
      assertThat(folder().require("all.bin").path()).isEqualTo(file);
    }
    assertThat(folder().missing()).isEmpty();
  }

  @Test
  void a_folder_of_that_name_is_no_file() throws IOException {
    Files.createDirectories(data.resolve("mine/all.bin"));
    Path file = write("old/all.dat", "content");

    assertThat(folder().find(folder().files().get(0))).hasValue(new FoundFile(file));
  }

  @Test
  void a_gzip_file_is_told_by_its_content() throws IOException {
    Path file = write("all.bin", "");
    Files.write(file, gzip("content"));
    assertThat(text(new FoundFile(file))).isEqualTo("content");

    Path plain = write("all.bin.gz", "plain");
    assertThat(text(new FoundFile(plain))).isEqualTo("plain");
    assertThat(text(new FoundFile(Files.writeString(plain, "")))).isEmpty();
  }

  @Test
  void a_broken_gzip_file_is_told_with_its_path() throws IOException {
    Path file = write("all.bin", "");
    byte[] whole = gzip("content");
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertThatThrownBy(() -> text(new FoundFile(file)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(file + ": ends in the middle of its gzip data, expected a whole file");

    whole[whole.length - 6] ^= 1;
    Files.write(file, whole);
    assertThatThrownBy(() -> text(new FoundFile(file)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(file + ": has damaged gzip data (");
  }

  @Test
  void all_missing_files_are_named_whichever_is_wanted() throws IOException {
    write("all.bin", "all");

    assertThatThrownBy(() -> folder().require("all.bin"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "found no few.bin in "
                + data.resolve("mine")
                + ": put all.bin, few.bin there (plain or .gz), or pass --data DIR to look in"
                + " DIR/mine");
    assertThatThrownBy(() -> folder().require("none.bin"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no file none.bin is declared");
  }
}
