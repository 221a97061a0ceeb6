package dev.varangian.conformance.dataset;

import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The training or test set of a data set, read sample by sample.
 *
 * @param name of the set
 */
record SampleSet(String name, Samples samples, int inputSize, int targetSize) {
  /** Guard cells around a sample, which must stay unwritten. */
  private static final int MARGIN = 3;

  /** A NaN that no computation produces. */
  private static final float UNWRITTEN = Float.intBitsToFloat(0x7fc0beef);

  /** Returns the training set and the test set. */
  static List<SampleSet> of(Dataset dataset) {
    return List.of(
        of("training", dataset.training(), dataset), of("test", dataset.test(), dataset));
  }

  private static SampleSet of(String name, Samples samples, Dataset dataset) {
    return new SampleSet(name, samples, dataset.inputShape().size(), dataset.targetShape().size());
  }

  /** Returns up to this many evenly spaced indices, the first and last included. */
  int[] spread(int count) {
    int size = samples.size();
    return size <= count
        ? IntStream.range(0, size).toArray()
        : IntStream.range(0, count).map(i -> (int) ((long) i * (size - 1) / (count - 1))).toArray();
  }

  /** Reads the input of a sample. */
  float[] input(int index) {
    return read(inputSize, index, "input", samples::readInput);
  }

  /** Reads the target of a sample. */
  float[] target(int index) {
    return read(targetSize, index, "target", samples::readTarget);
  }

  private interface Reading {
    void read(int index, float[] to, int offset);
  }

  /**
   * @throws Violation if too much or too little is written
   */
  private float[] read(int size, int index, String what, Reading reading) {
    float[] room = new float[MARGIN + size + MARGIN];
    Arrays.fill(room, UNWRITTEN);
    reading.read(index, room, MARGIN);
    for (int i = 0; i < room.length; i++) {
      boolean inside = i >= MARGIN && i < MARGIN + size;
      boolean written = Float.floatToRawIntBits(room[i]) != Float.floatToRawIntBits(UNWRITTEN);
      if (inside != written) {
        throw new Violation(
            at(index)
                + ": the "
                + what
                + (inside ? " leaves out number " : " also writes number ")
                + (i - MARGIN),
            size + " numbers from 0, as its shape says");
      }
    }
    return Arrays.copyOfRange(room, MARGIN, MARGIN + size);
  }

  /** For instance {@code training sample 17}. */
  String at(int index) {
    return name + " sample " + index;
  }
}
