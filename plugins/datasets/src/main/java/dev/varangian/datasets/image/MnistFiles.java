package dev.varangian.datasets.image;

import dev.varangian.spi.data.DataFolder;
import dev.varangian.spi.data.FoundFile;
import dev.varangian.spi.data.Samples;

/**
 * The four IDX files of a data set in MNIST's format.
 *
 * @param folder declares them
 */
public record MnistFiles(DataFolder folder) {
  /** Height and width of the images. */
  static final int SIDE = 28;

  static final int CLASSES = 10;

  static final String TRAINING_IMAGES = "train-images-idx3-ubyte";
  static final String TRAINING_LABELS = "train-labels-idx1-ubyte";
  static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  /**
   * Reads the training set.
   *
   * @throws dev.varangian.spi.context.ConfigurationException if a file is missing, damaged or
   *     contains other images
   */
  Samples training(Standardisation standardisation) {
    return read(TRAINING_IMAGES, TRAINING_LABELS, standardisation);
  }

  /**
   * Reads the test set.
   *
   * @throws dev.varangian.spi.context.ConfigurationException if a file is missing, damaged or
   *     contains other images
   */
  Samples test(Standardisation standardisation) {
    return read(TEST_IMAGES, TEST_LABELS, standardisation);
  }

  private Samples read(String imageName, String labelName, Standardisation standardisation) {
    FoundFile imageFile = folder.require(imageName);
    FoundFile labelFile = folder.require(labelName);
    Idx images = Idx.read(imageFile, 3);
    images.requireEntries(SIDE, SIDE);
    Idx labels = Idx.read(labelFile, 1);
    if (images.count() != labels.count()) {
      throw labelFile.wrong(
          "has "
              + labels.count()
              + " labels, expected "
              + images.count()
              + ", one for each image of "
              + imageFile.path().getFileName());
    }
    requireClasses(labelFile, labels.values());
    return new StoredImages(images.values(), labels.values(), standardisation);
  }

  private static void requireClasses(FoundFile file, byte[] labels) {
    for (int i = 0; i < labels.length; i++) {
      int label = labels[i] & 0xff;
      if (label >= CLASSES) {
        throw file.wrong("label " + (i + 1) + " is " + label + ", expected 0 to 9");
      }
    }
  }
}
