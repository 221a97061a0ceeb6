package dev.varangian.datasets.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.FoundFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
  @TempDir Path folder;

  @Test
  void reads_plain_and_compressed_files_alike() {
    byte[] sound = IdxBytes.counting(3, 5, 7);

    Idx plain = read(file("plain", sound), 3);
    Idx compressed = read(file("compressed.gz", IdxBytes.gzip(sound)), 3);

    assertThat(plain.count()).isEqualTo(3);
    assertThat(plain.values()).hasSize(105).startsWith(0, 1, 2).endsWith(103, 104);
    assertThat(compressed.values()).isEqualTo(plain.values());
  }

  @Test
  void an_empty_file_is_rejected() {
    refused("f", new byte[0], 1, "is empty, expected an IDX file: 00 00 08 01");
    refused("f.gz", IdxBytes.gzip(new byte[0]), 1, "is empty, expected an IDX file: 00 00 08 01");
  }

  @Test
  void a_file_of_another_format_is_rejected() {
    byte[] page = "<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII);

    refused("f", page, 3, "begins with the bytes 3c 21 44 4f, expected an IDX file: 00 00 08 03");
  }

  @Test
  void other_types_than_unsigned_bytes_are_rejected() {
    refused(
        "f",
        IdxBytes.header(0x0d, 2),
        1,
        "contains values of IDX type 0x0d, expected 0x08, unsigned bytes");
  }

  @Test
  void labels_in_place_of_images_are_rejected() {
    refused("f", IdxBytes.labels(1, 2), 3, "has 1 dimension, expected 3: wrong file?");
    refused("f", IdxBytes.counting(2, 2, 2), 1, "has 3 dimensions, expected 1: wrong file?");
  }

  @Test
  void a_file_cut_off_at_any_byte_is_rejected() {
    byte[] sound = IdxBytes.counting(2, 2, 3);

    for (int length = 0; length < sound.length; length++) {
      Path cut = file("cut", Arrays.copyOf(sound, length));
      assertThatThrownBy(() -> read(cut, 3))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith(cut + ": ")
          .hasMessageContaining("expected");
    }
    refused(
        "f",
        Arrays.copyOf(sound, 9),
        3,
        "ends within its header after 9 bytes, expected a header of 16");
    refused(
        "f",
        Arrays.copyOf(sound, 26),
        3,
        "ends after 10 values, expected the 2x2x3 that its header declares");
  }

  @Test
  void a_compressed_file_cut_off_at_any_byte_is_rejected() {
    byte[] sound = IdxBytes.gzip(IdxBytes.counting(2, 2, 3));

    for (int length = 0; length < sound.length; length++) {
      Path cut = file("cut.gz", Arrays.copyOf(sound, length));
      assertThatThrownBy(() -> read(cut, 3))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith(cut + ": ");
    }
    refused(
        "f.gz",
        Arrays.copyOf(sound, sound.length - 9),
        3,
        "ends in the middle of its gzip data, expected a whole file");
  }

  @Test
  void damaged_gzip_data_is_rejected() {
    byte[] damaged = IdxBytes.gzip(IdxBytes.counting(2, 2, 3));
    damaged[damaged.length - 6] ^= 1;

    refused(
        "f.gz",
        damaged,
        3,
        "has damaged gzip data (Corrupt GZIP trailer), expected an intact file");
  }

  @Test
  void bytes_after_the_last_value_are_rejected() {
    byte[] longer = IdxBytes.join(IdxBytes.counting(2, 2, 3), (byte) 0);
    String message = "continues after the 2x2x3 values that its header declares, expected its end";

    refused("f", longer, 3, message);
    refused("f.gz", IdxBytes.gzip(longer), 3, message);
  }

  @Test
  void a_file_without_values_is_rejected() {
    refused("f", IdxBytes.header(0x08, 0, 28, 28), 3, "is empty: its dimension 1 is 0");
  }

  @Test
  void an_absurd_header_is_rejected_without_allocating_its_memory() {
    refused(
        "f",
        IdxBytes.header(0x08, -1, -1, -1),
        3,
        "declares 4294967295x4294967295x4294967295 values,"
            + " expected at most 2147482623 in all");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    // Just under what an array can hold.
    refused(
        "f",
        IdxBytes.header(0x08, 2_739_000, 28, 28),
        3,
        "ends after 0 values, expected the 2739000x28x28 that its header declares");
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000_000);
  }

  @Test
  void a_folder_in_place_of_the_file_is_rejected() throws IOException {
    Path inTheWay = Files.createDirectory(folder.resolve("images"));

    assertThatThrownBy(() -> read(inTheWay, 3))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(inTheWay + ": cannot be read: ");
  }

  @Test
  void entries_of_another_size_are_rejected() {
    Path path = file("f", IdxBytes.counting(2, 28, 29));

    assertThatThrownBy(() -> read(path, 3).requireEntries(28, 28))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(path + ": has entries of 28x29, expected 28x28");
  }

  private static Idx read(Path path, int rank) {
    return Idx.read(new FoundFile(path), rank);
  }

  private void refused(String name, byte[] bytes, int rank, String message) {
    Path path = file(name, bytes);
    assertThatThrownBy(() -> read(path, rank))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(path + ": " + message);
  }

  private Path file(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
