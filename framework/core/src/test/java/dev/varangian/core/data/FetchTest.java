package dev.varangian.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.core.catalogue.Sha256;
import dev.varangian.spi.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchTest {
  private static final byte[] CONTENT = Bytes.random(300_000, 1);

  @TempDir Path temporary = Path.of("");
  private final List<Long> received = new ArrayList<>();
  private final Set<Long> totals = new TreeSet<>();
  private Mirror mirror;
  private Mirror second;
  private Path folder;
  private byte[] compressed;

  @BeforeEach
  void start() throws IOException {
    mirror = new Mirror();
    second = new Mirror();
    compressed = Bytes.gzip(CONTENT);
    folder = temporary.resolve("data/digits");
  }

  @AfterEach
  void stop() {
    mirror.close();
    second.close();
  }

  private int fetch(String... mirrors) {
    DataFile file =
        new DataFile("a.bin", List.of("b.bin"), Sha256.of(CONTENT), CONTENT.length, "a.bin.gz");
    FetchListener listener =
        new FetchListener() {
          @Override
          public void begins(String address) {}

          @Override
          public void received(long done, long total) {
            received.add(done);
            totals.add(total);
          }

          @Override
          public void ends() {}
        };
    return new Fetch(
            new DatasetFiles("digits", List.of(file), List.of(mirrors), ""), folder, listener)
        .all();
  }

  private List<String> inFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void a_file_is_fetched_once_and_decompressed() throws IOException {
    mirror.serve("a.bin.gz", compressed);

    assertThat(fetch(mirror.address())).isEqualTo(1);
    assertThat(fetch(mirror.address())).isZero();

    assertThat(folder.resolve("a.bin")).hasBinaryContent(CONTENT);
    assertThat(inFolder()).containsExactly("a.bin");
    assertThat(mirror.requests()).containsExactly("a.bin.gz");
    assertThat(received).isSorted().endsWith((long) compressed.length);
    assertThat(totals).containsExactly((long) compressed.length);
  }

  @Test
  void an_interrupted_download_goes_on_where_it_stopped() throws IOException {
    mirror.serve("a.bin.gz", compressed);
    mirror.cutAfter(100_000);

    assertThatThrownBy(() -> fetch(mirror.address()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(mirror.address() + "a.bin.gz: the connection broke")
        .message()
        .hasLineCount(1);
    assertThat(inFolder()).singleElement().asString().endsWith(".part");
    long there = Files.size(folder.resolve(inFolder().get(0)));
    assertThat(there).isPositive().isLessThanOrEqualTo(100_000);

    mirror.cutAfter(Integer.MAX_VALUE);
    assertThat(fetch(mirror.address())).isEqualTo(1);
    assertThat(mirror.requests()).containsExactly("a.bin.gz", "a.bin.gz " + there);
    assertThat(folder.resolve("a.bin")).hasBinaryContent(CONTENT);
    assertThat(inFolder()).containsExactly("a.bin");
  }

  @Test
  void a_mirror_that_can_not_go_on_begins_again() throws IOException {
    mirror.serve("a.bin.gz", compressed);
    mirror.cutAfter(100_000);
    assertThatThrownBy(() -> fetch(mirror.address())).isInstanceOf(ConfigurationException.class);
    mirror.cutAfter(Integer.MAX_VALUE);
    mirror.ignoreRanges();

    assertThat(fetch(mirror.address())).isEqualTo(1);
    assertThat(folder.resolve("a.bin")).hasBinaryContent(CONTENT);
  }

  @Test
  void a_file_that_changed_at_the_mirror_meanwhile_is_fetched_anew() throws IOException {
    mirror.serve("a.bin.gz", Bytes.random(compressed.length, 9));
    mirror.cutAfter(100_000);
    assertThatThrownBy(() -> fetch(mirror.address())).isInstanceOf(ConfigurationException.class);
    mirror.cutAfter(Integer.MAX_VALUE);
    mirror.serve("a.bin.gz", compressed);

    assertThat(fetch(mirror.address())).isEqualTo(1);
    assertThat(folder.resolve("a.bin")).hasBinaryContent(CONTENT);
  }

  @Test
  void a_wrong_checksum_is_refused_and_nothing_is_left() throws IOException {
    mirror.serve("a.bin.gz", Bytes.gzip(Bytes.random(300_000, 2)));

    assertThatThrownBy(() -> fetch(mirror.address()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("has the SHA-256")
        .hasMessageContaining("expected " + Sha256.of(CONTENT));
    assertThat(inFolder()).isEmpty();
  }

  @Test
  void a_broken_gzip_file_is_refused_and_nothing_is_left() throws IOException {
    mirror.serve("a.bin.gz", Arrays.copyOf(compressed, 1000));

    assertThatThrownBy(() -> fetch(mirror.address())).hasMessageContaining("is a broken gzip file");
    assertThat(inFolder()).isEmpty();
  }

  @Test
  void the_second_mirror_is_tried_where_the_first_fails() throws IOException {
    second.serve("a.bin.gz", compressed);

    assertThat(fetch(mirror.address(), second.address())).isEqualTo(1);
    assertThat(folder.resolve("a.bin")).hasBinaryContent(CONTENT);
  }

  @Test
  void parts_of_one_mirror_are_not_continued_at_another_and_go_away_in_the_end()
      throws IOException {
    mirror.serve("a.bin.gz", Bytes.random(200_000, 3));
    mirror.cutAfter(50_000);
    second.serve("a.bin.gz", compressed);

    assertThat(fetch(mirror.address(), second.address())).isEqualTo(1);
    assertThat(second.requests()).containsExactly("a.bin.gz");
    assertThat(inFolder()).containsExactly("a.bin");
  }

  @Test
  void every_mirror_that_failed_is_named_with_its_reason() {
    String gone = second.address();
    second.close();

    assertThatThrownBy(() -> fetch(mirror.address(), gone))
        .hasMessage(
            mirror.address()
                + "a.bin.gz: the server answers 404; "
                + gone
                + "a.bin.gz: no connection");
    assertThat(folder).doesNotExist();
  }

  @Test
  void a_damaged_file_is_replaced_also_under_another_name() throws IOException {
    mirror.serve("a.bin.gz", compressed);
    Files.createDirectories(folder);
    Files.write(folder.resolve("b.bin"), new byte[] {1, 2, 3});

    assertThat(fetch(mirror.address())).isEqualTo(1);
    assertThat(inFolder()).containsExactly("a.bin");
  }

  @Test
  void a_folder_that_can_not_be_made_is_told() throws IOException {
    mirror.serve("a.bin.gz", compressed);
    Files.writeString(temporary.resolve("data"), "in the way");

    assertThatThrownBy(() -> fetch(mirror.address()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("cannot make the folder " + folder);
  }
}
