package dev.varangian.datasets.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.data.Samples;
import dev.varangian.tensor.operation.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CIFAR-10 from files of three records each. */
class Cifar10Test {
  private static final int RECORDS = 3;
  private static final int RECORD = 3073;
  private static final String PLACE_THEM =
      "put data_batch_1.bin, data_batch_2.bin, data_batch_3.bin, data_batch_4.bin,"
          + " data_batch_5.bin, test_batch.bin there (plain or .gz), or pass --data DIR to"
          + " look in DIR/cifar10";

  @TempDir Path data;
  private Path folder;

  @BeforeEach
  void write_six_valid_files() throws IOException {
    folder = Files.createDirectory(data.resolve("cifar10"));
    write(folder);
  }

  /** Record r of file number b has label 2 b + r - 2 modulo 10; the test set is number 6. */
  private static void write(Path folder) throws IOException {
    for (int b = 1; b <= 5; b++) {
      Files.write(folder.resolve("data_batch_" + b + ".bin"), records(b));
    }
    Files.write(folder.resolve("test_batch.bin"), records(6));
  }

  private static byte[] records(int b) {
    byte[] bytes = new byte[RECORDS * RECORD];
    for (int r = 0; r < RECORDS; r++) {
      bytes[r * RECORD] = (byte) ((2 * b + r - 2) % 10);
      for (int i = 0; i < RECORD - 1; i++) {
        bytes[r * RECORD + 1 + i] = pixel(b, r, i / 1024, i % 1024);
      }
    }
    return bytes;
  }

  private static byte pixel(int b, int r, int channel, int place) {
    return (byte) (50 * b + 20 * r + 100 * channel + 3 * place + place / 32);
  }

  @Test
  void holds_colour_images_with_channels_last() {
    Cifar10 cifar10 = cifar10();

    assertThat(cifar10.inputShape()).isEqualTo(Shape.of(32, 32, 3));
    assertThat(cifar10.classes()).isEqualTo(10);
    assertThat(cifar10.training().size()).isEqualTo(15);
    assertThat(cifar10.test().size()).isEqualTo(3);
  }

  @Test
  void every_channel_is_scaled_and_standardised_by_its_own_numbers() {
    requireImage(cifar10().training(), 4, 2, 1);
    requireImage(cifar10().training(), 14, 5, 2);
    requireImage(cifar10().test(), 0, 6, 0);
  }

  private static void requireImage(Samples samples, int index, int b, int r) {
    double[] means = {0.4914, 0.4822, 0.4465};
    double[] standardDeviations = {0.2470, 0.2435, 0.2616};
    float[] expected = new float[7 + 3072 + 1];
    for (int place = 0; place < 1024; place++) {
      for (int channel = 0; channel < 3; channel++) {
        double scaled = (pixel(b, r, channel, place) & 0xff) / 255.0;
        expected[7 + place * 3 + channel] =
            (float) ((scaled - means[channel]) / standardDeviations[channel]);
      }
    }
    float[] found = new float[expected.length];
    samples.readInput(index, found, 7);
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void targets_are_the_labels_file_after_file() {
    float[] targets = new float[15];
    for (int i = 0; i < 15; i++) {
      cifar10().training().readTarget(i, targets, i);
    }
    assertThat(targets).containsExactly(0, 1, 2, 2, 3, 4, 4, 5, 6, 6, 7, 8, 8, 9, 0);
  }

  @Test
  void files_are_read_from_the_folder_of_the_published_archive_too() throws IOException {
    Path elsewhere = data.resolve("elsewhere");
    Path archive =
        Files.createDirectories(elsewhere.resolve("cifar10").resolve("cifar-10-batches-bin"));
    write(archive);
    assertThat(read(elsewhere).training().size()).isEqualTo(15);

    Files.move(archive.resolve("test_batch.bin"), elsewhere.resolve("cifar10/test_batch.bin"));
    assertThat(read(elsewhere).test().size()).isEqualTo(3);

    Files.delete(elsewhere.resolve("cifar10/test_batch.bin"));
    assertThatThrownBy(() -> read(elsewhere))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "found no test_batch.bin in " + elsewhere.resolve("cifar10") + ": " + PLACE_THEM);
  }

  @Test
  void files_may_be_compressed() throws IOException {
    Files.delete(folder.resolve("test_batch.bin"));
    Files.write(folder.resolve("test_batch.bin.gz"), IdxBytes.gzip(records(6)));
    Files.write(folder.resolve("data_batch_1.bin"), IdxBytes.gzip(records(1)));

    requireImage(cifar10().test(), 0, 6, 0);
    requireImage(cifar10().training(), 2, 1, 2);
  }

  @Test
  void missing_files_are_reported_with_the_folder_and_advice() throws IOException {
    Files.delete(folder.resolve("data_batch_2.bin"));
    Files.delete(folder.resolve("test_batch.bin"));

    refused("found no data_batch_2.bin, no test_batch.bin in " + folder + ": " + PLACE_THEM);
  }

  @Test
  void a_missing_folder_is_reported_with_advice() {
    Path elsewhere = data.resolve("elsewhere");

    assertThatThrownBy(() -> new Cifar10(new DataDirectory(elsewhere)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "found none of the files of cifar10 in "
                + elsewhere.resolve("cifar10")
                + ": "
                + PLACE_THEM);
  }

  @Test
  void the_folder_of_the_files_itself_is_recognised() {
    assertThatThrownBy(() -> new Cifar10(new DataDirectory(folder)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "found none of the files of cifar10 in "
                + folder.resolve("cifar10")
                + ": "
                + PLACE_THEM
                + " (they lie in "
                + folder
                + ": pass --data "
                + data
                + ")");
  }

  @Test
  void a_file_with_missing_records_or_extra_bytes_is_rejected() throws IOException {
    Path file = folder.resolve("data_batch_3.bin");
    for (int size : new int[] {0, 2 * RECORD, 3 * RECORD - 1, 3 * RECORD + 1, 4 * RECORD}) {
      Files.write(file, Arrays.copyOf(records(3), size));

      refused(file + ": has " + size + " bytes, expected 9219: 3 records of 3073 bytes");
    }
  }

  @Test
  void the_published_files_have_ten_thousand_records() {
    assertThatThrownBy(() -> new Cifar10(new DataDirectory(data)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            folder.resolve("data_batch_1.bin")
                + ": has 9219 bytes, expected 30730000: 10000 records of 3073 bytes");
  }

  @Test
  void labels_above_nine_are_rejected() throws IOException {
    Path file = folder.resolve("test_batch.bin");
    byte[] bytes = records(6);
    bytes[2 * RECORD] = (byte) 200;
    Files.write(file, bytes);

    refused(file + ": record 3 has label 200, expected 0 to 9");
  }

  @Test
  void a_folder_in_place_of_a_file_counts_as_missing() throws IOException {
    Path file = folder.resolve("data_batch_1.bin");
    Files.delete(file);
    Files.createDirectory(file);

    refused("found no data_batch_1.bin in " + folder + ": " + PLACE_THEM);
  }

  private void refused(String message) {
    assertThatThrownBy(this::cifar10)
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(message);
  }

  private Cifar10 cifar10() {
    return read(data);
  }

  private static Cifar10 read(Path data) {
    return new Cifar10(new Cifar10Files(Cifar10.folder(new DataDirectory(data)), RECORDS));
  }
}
