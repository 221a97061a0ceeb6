package dev.varangian.datasets.image;

import dev.varangian.spi.data.DataFolder;
import dev.varangian.spi.data.FoundFile;
import dev.varangian.spi.data.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * The six files of CIFAR-10's binary version. Each is a sequence of records without a header: a
 * byte with the class, then 1,024 red, 1,024 green and 1,024 blue bytes, each in rows from the top.
 *
 * @param folder declares them
 * @param records how many each must have
 */
public record Cifar10Files(DataFolder folder, int records) {
  /** Height and width of the images. */
  static final int SIDE = 32;

  static final int CHANNELS = 3;
  static final int CLASSES = 10;

  /** The number of records per file. */
  static final int RECORDS = 10_000;

  private static final int PLANE = SIDE * SIDE;
  private static final int IMAGE = CHANNELS * PLANE;
  private static final int RECORD = 1 + IMAGE;

  private static final List<String> TRAINING =
      List.of(
          "data_batch_1.bin",
          "data_batch_2.bin",
          "data_batch_3.bin",
          "data_batch_4.bin",
          "data_batch_5.bin");
  private static final List<String> TEST = List.of("test_batch.bin");

  /**
   * Reads the training set.
   *
   * @throws dev.varangian.spi.context.ConfigurationException if a file is missing or damaged
   */
  Samples training(Standardisation standardisation) {
    return read(TRAINING, standardisation);
  }

  /**
   * Reads the test set.
   *
   * @throws dev.varangian.spi.context.ConfigurationException if a file is missing or damaged
   */
  Samples test(Standardisation standardisation) {
    return read(TEST, standardisation);
  }

  private Samples read(List<String> names, Standardisation standardisation) {
    List<FoundFile> files = names.stream().map(folder::require).toList();
    byte[] pixels = new byte[files.size() * records * IMAGE];
    byte[] labels = new byte[files.size() * records];
    for (int i = 0; i < files.size(); i++) {
      FoundFile file = files.get(i);
      int first = i * records;
      long size = file.read(in -> readRecords(file, in, pixels, labels, first));
      requireSize(file, size);
    }
    return new StoredImages(pixels, labels, standardisation);
  }

  /**
   * Reads the records of one file; the first becomes image {@code first}.
   *
   * @return the number of bytes in the file
   */
  private long readRecords(FoundFile file, InputStream in, byte[] pixels, byte[] labels, int first)
      throws IOException {
    byte[] record = new byte[RECORD];
    long size = 0;
    for (int i = 0; i < records; i++) {
      int read = in.readNBytes(record, 0, RECORD);
      size += read;
      if (read < RECORD) {
        return size;
      }
      labels[first + i] = label(file, i, record[0]);
      interleave(record, pixels, (first + i) * IMAGE);
    }
    return size + in.transferTo(OutputStream.nullOutputStream());
  }

  private void requireSize(FoundFile file, long size) {
    long expected = (long) records * RECORD;
    if (size != expected) {
      throw file.wrong(
          "has "
              + size
              + " bytes, expected "
              + expected
              + ": "
              + records
              + " records of "
              + RECORD
              + " bytes");
    }
  }

  private static byte label(FoundFile file, int index, byte label) {
    if ((label & 0xff) >= CLASSES) {
      throw file.wrong(
          "record " + (index + 1) + " has label " + (label & 0xff) + ", expected 0 to 9");
    }
    return label;
  }

  /** Turns planes of red, green and blue into pixels. */
  private static void interleave(byte[] record, byte[] pixels, int offset) {
    for (int pixel = 0; pixel < PLANE; pixel++) {
      for (int channel = 0; channel < CHANNELS; channel++) {
        pixels[offset + pixel * CHANNELS + channel] = record[1 + channel * PLANE + pixel];
      }
    }
  }
}
