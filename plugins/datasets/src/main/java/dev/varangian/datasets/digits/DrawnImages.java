package dev.varangian.datasets.digits;

import dev.varangian.datasets.image.Standardisation;
import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.data.Samples;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Images of digits, each drawn on first read and cached. Two threads that read a new image
 * concurrently both draw it, with the same bits.
 */
public final class DrawnImages implements Samples {
  private static final int LABEL = 0;
  private static final int SKELETON = 1;

  private final Randomness randomness;
  private final int size;
  private final Standardisation standardisation;
  private final AtomicReferenceArray<byte[]> drawn;

  DrawnImages(Randomness randomness, int size, Standardisation standardisation) {
    this.randomness = randomness;
    this.size = size;
    this.standardisation = standardisation;
    this.drawn = new AtomicReferenceArray<>(size);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void readInput(int index, float[] to, int offset) {
    byte[] image = drawn.get(index);
    if (image == null) {
      image = draw(draws(index));
      drawn.set(index, image);
    }
    standardisation.write(image, 0, image.length, to, offset);
  }

  @Override
  public void readTarget(int index, float[] to, int offset) {
    to[offset] = label(draws(index));
  }

  private Draws draws(int index) {
    return randomness.at(Objects.checkIndex(index, size));
  }

  /** Random instead of index mod 10, so that no class is tied to the number of an agent. */
  private static int label(Draws draws) {
    return draws.below(Skeleton.DIGITS, LABEL);
  }

  private static byte[] draw(Draws draws) {
    List<Skeleton> variants = Skeleton.variantsOf(label(draws));
    Skeleton skeleton = variants.get(draws.below(variants.size(), SKELETON));
    Handwriting handwriting = Handwriting.of(draws);
    Canvas canvas = new Canvas();
    for (double[] stroke : skeleton.strokes()) {
      canvas.draw(Curve.through(handwriting.place(stroke)));
    }
    return canvas.develop(handwriting, draws);
  }
}
