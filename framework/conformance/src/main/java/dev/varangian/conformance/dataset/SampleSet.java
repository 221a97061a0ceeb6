package dev.varangian.conformance.dataset;

import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of a data set's two sets, to be read sample by sample.
 *
 * @param name of the set
 */
record SampleSet(String name, Samples samples, int inputSize, int targetSize) {
  /** Beside what a sample writes, to see whether it writes there. */
  private static final int MARGIN = 3;

  /** A NaN that no computation gives. */
  private static final float UNWRITTEN = Float.intBitsToFloat(0x7fc0beef);

  /** The training and the test set. */
  static List<SampleSet> of(Dataset dataset) {
    return List.of(
        of("training", dataset.training(), dataset), of("test", dataset.test(), dataset));
  }

  private static SampleSet of(String name, Samples samples, Dataset dataset) {
    return new SampleSet(name, samples, dataset.inputShape().size(), dataset.targetShape().size());
  }

  /** So many indices, evenly spread, with the first and the last. */
  int[] spread(int count) {
    int size = samples.size();
    return size <= count
        ? IntStream.range(0, size).toArray()
        : IntStream.range(0, count).map(i -> (int) ((long) i * (size - 1) / (count - 1))).toArray();
  }

  /** The input of a sample. */
  float[] input(int index) {
    return read(inputSize, index, "input", samples::readInput);
  }

  /** The target of a sample. */
  float[] target(int index) {
    return read(targetSize, index, "target", samples::readTarget);
  }

  private interface Reading {
    void read(int index, float[] to, int offset);
  }

  /**
   * @throws Violation if more is written than asked for, or less
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
