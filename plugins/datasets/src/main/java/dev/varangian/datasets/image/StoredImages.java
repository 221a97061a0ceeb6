package dev.varangian.datasets.image;

import dev.varangian.spi.data.Samples;
import java.util.Objects;

/** Images stored as bytes, with their classes. */
public final class StoredImages implements Samples {
  private final byte[] pixels;
  private final byte[] labels;
  private final int imageSize;
  private final Standardisation standardisation;

  /**
   * @param pixels the images, one after the other, as unsigned bytes
   * @param labels the class of each image; at least one
   */
  StoredImages(byte[] pixels, byte[] labels, Standardisation standardisation) {
    this.pixels = pixels;
    this.labels = labels;
    this.imageSize = pixels.length / labels.length;
    this.standardisation = standardisation;
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public void readInput(int index, float[] to, int offset) {
    int from = Objects.checkIndex(index, labels.length) * imageSize;
    standardisation.write(pixels, from, imageSize, to, offset);
  }

  @Override
  public void readTarget(int index, float[] to, int offset) {
    to[offset] = labels[index];
  }
}
