package dev.varangian.datasets;

import dev.varangian.spi.ConfigurationException;
import dev.varangian.spi.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The four IDX files of a data set in MNIST's format, each plain or gzip-compressed. */
final class MnistFiles {
  /** Height and width of the images. */
  static final int SIDE = 28;

  static final int CLASSES = 10;

  private static final String TRAINING_IMAGES = "train-images-idx3-ubyte";
  private static final String TRAINING_LABELS = "train-labels-idx1-ubyte";
  private static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";
  private static final List<String> NAMES =
      List.of(TRAINING_IMAGES, TRAINING_LABELS, TEST_IMAGES, TEST_LABELS);

  private final Map<String, Path> paths;

  private MnistFiles(Map<String, Path> paths) {
    this.paths = paths;
  }

  /**
   * The files in {@code folder}. Each may also be written with a dot, as in {@code
   * train-images.idx3-ubyte}; a plain file is preferred to a compressed one.
   *
   * @throws ConfigurationException if one is missing
   */
  static MnistFiles in(Path folder) {
    Map<String, Path> paths = new LinkedHashMap<>();
    for (String name : NAMES) {
      Path path = find(folder, name);
      if (path != null) {
        paths.put(name, path);
      }
    }
    if (paths.size() < NAMES.size()) {
      throw new ConfigurationException(missing(folder, paths));
    }
    return new MnistFiles(paths);
  }

  private static @Nullable Path find(Path folder, String name) {
    String dotted = name.replace("-idx", ".idx");
    return Stream.of(name, dotted, name + ".gz", dotted + ".gz")
        .map(folder::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElse(null);
  }

  private static String missing(Path folder, Map<String, Path> found) {
    List<String> names = NAMES.stream().filter(name -> !found.containsKey(name)).toList();
    return "found "
        + (found.isEmpty() ? "none of the four IDX files" : "no " + String.join(", no ", names))
        + " in "
        + folder
        + ": put "
        + String.join(", ", NAMES)
        + " there (plain or .gz), or pass --data DIR to look in DIR/"
        + folder.getFileName()
        + misplaced(folder);
  }

  /** The likeliest slip: naming the folder of the files where the folder above is meant. */
  private static String misplaced(Path folder) {
    Path parent = folder.toAbsolutePath().normalize().getParent();
    if (parent == null || find(parent, TRAINING_IMAGES) == null) {
      return "";
    }
    return parent.endsWith(folder.getFileName()) && parent.getParent() != null
        ? " (they lie in " + parent + ": pass --data " + parent.getParent() + ")"
        : " (they lie in " + parent + ": move them)";
  }

  /** What the agents draw from. */
  Samples training(Standardisation standardisation) {
    return read(TRAINING_IMAGES, TRAINING_LABELS, standardisation);
  }

  /** What the model is measured on. */
  Samples test(Standardisation standardisation) {
    return read(TEST_IMAGES, TEST_LABELS, standardisation);
  }

  private Samples read(String imageName, String labelName, Standardisation standardisation) {
    Path imagePath = path(imageName);
    Path labelPath = path(labelName);
    Idx images = Idx.read(imagePath, 3);
    images.requireEntries(SIDE, SIDE);
    Idx labels = Idx.read(labelPath, 1);
    if (images.count() != labels.count()) {
      throw new ConfigurationException(
          labelPath
              + ": has "
              + labels.count()
              + " labels, expected "
              + images.count()
              + ", one for each image of "
              + imagePath.getFileName());
    }
    requireClasses(labels);
    return new StoredImages(images.values(), labels.values(), standardisation);
  }

  private static void requireClasses(Idx labels) {
    byte[] values = labels.values();
    for (int i = 0; i < values.length; i++) {
      int label = values[i] & 0xff;
      if (label >= CLASSES) {
        throw new ConfigurationException(
            labels.path() + ": label " + (i + 1) + " is " + label + ", expected 0 to 9");
      }
    }
  }

  private Path path(String name) {
    Path path = paths.get(name);
    if (path == null) {
      throw new IllegalStateException(name + " was not looked for");
    }
    return path;
  }
}
