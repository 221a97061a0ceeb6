package dev.varangian.datasets;

import dev.varangian.spi.ConfigurationException;
import dev.varangian.spi.Samples;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The six files of CIFAR-10's binary version. Each is a sequence of records without a header: a
 * byte with the class, then 1,024 red, 1,024 green and 1,024 blue bytes, each in rows from the top.
 */
final class Cifar10Files {
  /** Height and width of the images. */
  static final int SIDE = 32;

  static final int CHANNELS = 3;
  static final int CLASSES = 10;

  /** The number of records of each file. */
  static final int RECORDS = 10_000;

  private static final int PLANE = SIDE * SIDE;
  private static final int IMAGE = CHANNELS * PLANE;
  private static final int RECORD = 1 + IMAGE;

  /** The folder in the archive that the files are published in. */
  private static final String ARCHIVED = "cifar-10-batches-bin";

  private static final List<String> TRAINING =
      List.of(
          "data_batch_1.bin",
          "data_batch_2.bin",
          "data_batch_3.bin",
          "data_batch_4.bin",
          "data_batch_5.bin");
  private static final List<String> TEST = List.of("test_batch.bin");
  private static final List<String> NAMES =
      Stream.of(TRAINING, TEST).flatMap(List::stream).toList();

  private final Path folder;
  private final int records;

  private Cifar10Files(Path folder, int records) {
    this.folder = folder;
    this.records = records;
  }

  /**
   * The files in {@code folder} or, if it has none of them, in its folder {@code
   * cifar-10-batches-bin}.
   *
   * @param records how many each must have
   * @throws ConfigurationException if one is missing
   */
  static Cifar10Files in(Path folder, int records) {
    Path holder =
        Stream.of(folder, folder.resolve(ARCHIVED))
            .filter(place -> NAMES.stream().anyMatch(name -> Files.exists(place.resolve(name))))
            .findFirst()
            .orElse(folder);
    List<String> missing =
        NAMES.stream().filter(name -> !Files.exists(holder.resolve(name))).toList();
    if (!missing.isEmpty()) {
      throw new ConfigurationException(missing(folder, holder, missing));
    }
    return new Cifar10Files(holder, records);
  }

  private static String missing(Path folder, Path holder, List<String> names) {
    boolean all = names.size() == NAMES.size();
    return "found "
        + (all ? "none of the six files of CIFAR-10" : "no " + String.join(", no ", names))
        + " in "
        + holder
        + ": put "
        + String.join(", ", NAMES)
        + " (the binary version) there, or pass --data DIR to look in DIR/cifar10"
        + (all ? misplaced(folder) : "");
  }

  /** The likeliest slip: naming the folder of the files where the folder above is meant. */
  private static String misplaced(Path folder) {
    Path parent = folder.toAbsolutePath().normalize().getParent();
    if (parent == null || !Files.exists(parent.resolve(NAMES.get(0)))) {
      return "";
    }
    return parent.endsWith(folder.getFileName()) && parent.getParent() != null
        ? " (they lie in " + parent + ": pass --data " + parent.getParent() + ")"
        : " (they lie in " + parent + ": move them)";
  }

  /** What the agents draw from. */
  Samples training(Standardisation standardisation) {
    return read(TRAINING, standardisation);
  }

  /** What the model is measured on. */
  Samples test(Standardisation standardisation) {
    return read(TEST, standardisation);
  }

  private Samples read(List<String> names, Standardisation standardisation) {
    byte[] pixels = new byte[names.size() * records * IMAGE];
    byte[] labels = new byte[names.size() * records];
    for (int file = 0; file < names.size(); file++) {
      readFile(folder.resolve(names.get(file)), pixels, labels, file * records);
    }
    return new StoredImages(pixels, labels, standardisation);
  }

  /** Reads the records of one file; the first becomes image {@code first}. */
  private void readFile(Path path, byte[] pixels, byte[] labels, int first) {
    if (Files.isDirectory(path)) {
      throw DataFile.wrong(path, "is a folder, expected a file");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      requireSize(path, Files.size(path));
      byte[] record = new byte[RECORD];
      for (int i = 0; i < records; i++) {
        int read = in.readNBytes(record, 0, RECORD);
        if (read < RECORD) {
          requireSize(path, (long) i * RECORD + read);
        }
        labels[first + i] = label(path, i, record[0]);
        interleave(record, pixels, (first + i) * IMAGE);
      }
    } catch (IOException e) {
      throw DataFile.unreadable(path, e);
    }
  }

  private void requireSize(Path path, long size) {
    long expected = (long) records * RECORD;
    if (size != expected) {
      throw DataFile.wrong(
          path,
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

  private static byte label(Path path, int index, byte label) {
    if ((label & 0xff) >= CLASSES) {
      throw DataFile.wrong(
          path, "record " + (index + 1) + " has label " + (label & 0xff) + ", expected 0 to 9");
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
