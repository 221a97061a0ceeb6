package dev.varangian.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varangian.core.catalogue.plugin.Sha256;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchTest {
  private static final byte[] CONTENT = Bytes.random(300_000, 1);

  @TempDir Path temporary = Path.of("");
  private final List<Long> received = new ArrayList<>();
  private final Set<Long> totals = new TreeSet<>();
  private final List<String> reasons = new ArrayList<>();
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

  private static DataFile file(String sha256, int bytes) {
    return new DataFile("a.bin", List.of("b.bin"), sha256, bytes, "a.bin.gz");
  }

  private int fetch(String... mirrors) throws FetchFailedException {
    return fetch(
        List.of(file(Sha256.of(CONTENT), CONTENT.length)), Duration.ofSeconds(30), mirrors);
  }

  private int fetch(List<DataFile> files, Duration patience, String... mirrors)
      throws FetchFailedException {
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

          @Override
          public void goesOn(String reason) {
            reasons.add(reason);
          }
        };
    return new Fetch(
            new DatasetFiles("digits", files, List.of(mirrors), ""), folder, listener, patience)
        .all();
  }

  /** Without the lock, which stays. */
  private List<String> inFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(".lock"))
          .sorted()
          .toList();
    }
  }

  @Test
  void a_file_is_fetched_once_and_decompressed() throws Exception {
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
  void an_interrupted_download_resumes_where_it_stopped() throws Exception {
    mirror.serve("a.bin.gz", compressed);
    mirror.cutAfter(100_000);

    assertThatThrownBy(() -> fetch(mirror.address()))
        .isInstanceOf(FetchFailedException.class)
        .hasMessageStartingWith(mirror.address() + "a.bin.gz: connection lost")
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
  void a_mirror_without_range_requests_starts_over() throws Exception {
    mirror.serve("a.bin.gz", compressed);
    mirror.cutAfter(100_000);
    assertThatThrownBy(() -> fetch(mirror.address())).isInstanceOf(FetchFailedException.class);
    mirror.cutAfter(Integer.MAX_VALUE);
    mirror.ignoreRanges();

    assertThat(fetch(mirror.address())).isEqualTo(1);
    assertThat(folder.resolve("a.bin")).hasBinaryContent(CONTENT);
  }

  @Test
  void a_file_that_has_changed_on_the_mirror_is_fetched_again() throws Exception {
    mirror.serve("a.bin.gz", Bytes.random(compressed.length, 9));
    mirror.cutAfter(100_000);
    assertThatThrownBy(() -> fetch(mirror.address())).isInstanceOf(FetchFailedException.class);
    mirror.cutAfter(Integer.MAX_VALUE);
    mirror.serve("a.bin.gz", compressed);

    assertThat(fetch(mirror.address())).isEqualTo(1);
    assertThat(folder.resolve("a.bin")).hasBinaryContent(CONTENT);
  }

  @Test
  void a_wrong_checksum_is_rejected_and_nothing_is_left() throws Exception {
    mirror.serve("a.bin.gz", Bytes.gzip(Bytes.random(300_000, 2)));

    assertThatThrownBy(() -> fetch(mirror.address()))
        .isInstanceOfSatisfying(
            FetchFailedException.class, e -> assertThat(e.unreachable()).isFalse())
        .hasMessageContaining(": SHA-256")
        .hasMessageContaining("expected " + Sha256.of(CONTENT));
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void a_broken_gzip_file_is_rejected_and_nothing_is_left() throws Exception {
    mirror.serve("a.bin.gz", Arrays.copyOf(compressed, 1000));

    assertThatThrownBy(() -> fetch(mirror.address()))
        .hasMessageContaining("a.bin.gz ends in the middle of its gzip data");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void the_second_mirror_is_tried_where_the_first_fails() throws Exception {
    second.serve("a.bin.gz", compressed);

    assertThat(fetch(mirror.address(), second.address())).isEqualTo(1);
    assertThat(folder.resolve("a.bin")).hasBinaryContent(CONTENT);
  }

  @Test
  void a_partial_download_resumes_from_another_mirror() throws Exception {
    mirror.serve("a.bin.gz", compressed);
    mirror.stallAfter(50_000);
    second.serve("a.bin.gz", compressed);
    List<DataFile> files = List.of(file(Sha256.of(CONTENT), CONTENT.length));

    assertThat(fetch(files, Duration.ofMillis(300), mirror.address(), second.address()))
        .isEqualTo(1);
    assertThat(reasons)
        .containsExactly(
            mirror.address()
                + "a.bin.gz: stalled: no data for 0.3 seconds after 50000 of "
                + compressed.length
                + " bytes");
    assertThat(second.requests()).containsExactly("a.bin.gz 50000");
    assertThat(folder.resolve("a.bin")).hasBinaryContent(CONTENT);
    assertThat(inFolder()).containsExactly("a.bin");
  }

  @Test
  void a_partial_download_of_a_different_file_is_fetched_again() throws Exception {
    mirror.serve("a.bin.gz", Bytes.random(200_000, 3));
    mirror.cutAfter(50_000);
    second.serve("a.bin.gz", compressed);

    assertThat(fetch(mirror.address(), second.address())).isEqualTo(1);
    assertThat(second.requests()).hasSize(2).endsWith("a.bin.gz");
    assertThat(folder.resolve("a.bin")).hasBinaryContent(CONTENT);
    assertThat(inFolder()).containsExactly("a.bin");
  }

  @Test
  void a_partial_download_without_a_checksum_is_not_resumed_from_another_mirror() throws Exception {
    mirror.serve("a.bin.gz", Bytes.random(200_000, 3));
    mirror.cutAfter(50_000);
    second.serve("a.bin.gz", compressed);

    assertThat(
            fetch(List.of(file("", 0)), Duration.ofSeconds(30), mirror.address(), second.address()))
        .isEqualTo(1);
    assertThat(second.requests()).containsExactly("a.bin.gz");
    assertThat(inFolder()).containsExactly("a.bin");
  }

  @Test
  void a_complete_part_is_not_fetched_again() throws Exception {
    DataFile other = new DataFile("c.bin", List.of(), "", 0, "c.bin.gz");
    List<DataFile> files = List.of(file(Sha256.of(CONTENT), CONTENT.length), other);
    mirror.serve("a.bin.gz", compressed);
    assertThatThrownBy(() -> fetch(files, Duration.ofSeconds(30), mirror.address()))
        .hasMessageContaining("404");
    assertThat(folder.resolve("a.bin")).doesNotExist();
    assertThat(inFolder()).singleElement().asString().startsWith(".a.bin.");
    mirror.serve("c.bin.gz", compressed);

    assertThat(fetch(files, Duration.ofSeconds(30), mirror.address())).isEqualTo(2);

    assertThat(mirror.requests()).containsExactly("a.bin.gz", "c.bin.gz", "c.bin.gz");
    assertThat(folder.resolve("a.bin")).hasBinaryContent(CONTENT);
    assertThat(inFolder()).containsExactly("a.bin", "c.bin");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_part_as_long_as_the_file_at_the_mirror_is_not_fetched_again(boolean ranges)
      throws Exception {
    DataFile undeclared = file("", 0);
    DataFile other = new DataFile("c.bin", List.of(), "", 0, "c.bin.gz");
    mirror.serve("a.bin.gz", compressed);
    assertThatThrownBy(
            () -> fetch(List.of(undeclared, other), Duration.ofSeconds(30), mirror.address()))
        .hasMessageContaining("404");
    if (!ranges) {
      mirror.ignoreRanges();
    }
    received.clear();

    assertThat(fetch(List.of(undeclared), Duration.ofSeconds(30), mirror.address())).isEqualTo(1);
    assertThat(mirror.requests()).endsWith("a.bin.gz " + compressed.length);
    assertThat(received).isEmpty();
    assertThat(folder.resolve("a.bin")).hasBinaryContent(CONTENT);
  }

  @Test
  void a_second_fetch_at_the_same_time_is_rejected() throws Exception {
    mirror.serve("a.bin.gz", compressed);
    try (FolderUpdate other = FolderUpdate.of(folder)) {
      assertThatThrownBy(() -> fetch(mirror.address()))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage(
              "another fetch or import into "
                  + folder
                  + " is in progress; wait until it has finished");
      assertThat(mirror.requests()).isEmpty();
    }
    assertThat(fetch(mirror.address())).isEqualTo(1);
  }

  @Test
  void a_full_disk_leaves_nothing_of_any_file() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "no /dev/full on this system");
    DataFile other = new DataFile("c.bin", List.of(), "", 0, "c.bin.gz");
    mirror.serve("a.bin.gz", compressed);
    mirror.serve("c.bin.gz", compressed);
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve(".c.bin.new"), full);

    assertThatThrownBy(
            () ->
                fetch(
                    List.of(file(Sha256.of(CONTENT), CONTENT.length), other),
                    Duration.ofSeconds(30),
                    mirror.address()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("cannot write into " + folder + ": no space left on device");
    assertThat(inFolder()).isEmpty();
  }

  @Test
  void every_mirror_that_failed_is_named_with_its_reason() {
    String gone = second.address();
    second.close();

    assertThatThrownBy(() -> fetch(mirror.address(), gone))
        .hasMessage(
            mirror.address()
                + "a.bin.gz: the server responded with 404; "
                + gone
                + "a.bin.gz: no connection");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void a_damaged_file_under_another_name_no_longer_counts() throws Exception {
    mirror.serve("a.bin.gz", compressed);
    Files.createDirectories(folder);
    Files.write(folder.resolve("b.bin"), new byte[] {1, 2, 3});

    assertThat(fetch(mirror.address())).isEqualTo(1);
    assertThat(inFolder()).containsExactly("a.bin", "b.bin");
    assertThat(fetch(mirror.address())).isZero();
  }

  @Test
  void a_folder_that_cannot_be_created_is_reported() throws Exception {
    mirror.serve("a.bin.gz", compressed);
    Files.writeString(temporary.resolve("data"), "in the way");

    assertThatThrownBy(() -> fetch(mirror.address()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageMatching(
            "cannot make the folder "
                + folder
                + ": (a file of that name is already exists|Not a directory)");
  }
}
