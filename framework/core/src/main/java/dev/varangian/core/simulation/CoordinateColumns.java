package dev.varangian.core.simulation;

import dev.varangian.spi.CoordinateFilter.Span;
import dev.varangian.tensor.kernels.Kernels;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Averages a run of each coordinate's sorted values, a block of columns at a time. */
final class CoordinateColumns {
  private static final int WIDTH = 512;

  /** The keys of the two zeros. */
  private static final int ZERO = 0;

  private static final int NEGATIVE_ZERO = -1;

  private final Workers workers;
  private final int n;
  private final SortingNetwork network;
  private final Scratch[] scratch;

  /** One thread's working memory. */
  private record Scratch(int[][] keys, int[][] unsorted, double[] sums, long[] used) {}

  CoordinateColumns(Workers workers, int n) {
    this.workers = workers;
    this.n = n;
    this.network = new SortingNetwork(n);
    this.scratch = new Scratch[workers.threads()];
    for (int i = 0; i < scratch.length; i++) {
      scratch[i] =
          new Scratch(new int[n][WIDTH], new int[n][WIDTH], new double[WIDTH], new long[n]);
    }
  }

  /**
   * Writes the averages.
   *
   * @param count whether to count uses
   * @return for each row the number of coordinates in which its value lies between the least and
   *     the greatest averaged one; null unless {@code count}
   */
  double @Nullable [] apply(Span span, float[][] rows, int d, float[] out, boolean count) {
    for (Scratch each : scratch) {
      Arrays.fill(each.used(), 0);
    }
    workers.run(
        (d + WIDTH - 1) / WIDTH,
        (block, worker) -> {
          int from = block * WIDTH;
          int width = Math.min(WIDTH, d - from);
          average(span, rows, from, width, out, scratch[worker], count);
        });
    if (!count) {
      return null;
    }
    double[] used = new double[n];
    for (Scratch each : scratch) {
      for (int i = 0; i < n; i++) {
        used[i] += each.used()[i];
      }
    }
    return used;
  }

  private void average(
      Span span, float[][] rows, int from, int width, float[] out, Scratch s, boolean count) {
    for (int i = 0; i < n; i++) {
      Kernels.active().toSortable(rows[i], from, s.keys()[i], 0, width);
      if (count) {
        System.arraycopy(s.keys()[i], 0, s.unsorted()[i], 0, width);
      }
    }
    network.sort(s.keys(), width);
    Arrays.fill(s.sums(), 0);
    for (int place = span.first(); place <= span.last(); place++) {
      addFloats(s.keys()[place], s.sums(), width);
    }
    double size = span.last() - span.first() + 1;
    for (int i = 0; i < width; i++) {
      out[from + i] = (float) (s.sums()[i] / size);
    }
    if (count) {
      for (int i = 0; i < n; i++) {
        s.used()[i] +=
            countBetween(s.unsorted()[i], s.keys()[span.first()], s.keys()[span.last()], width);
      }
    }
  }

  private static void addFloats(int[] keys, double[] sums, int width) {
    for (int i = 0; i < width; i++) {
      int key = keys[i];
      sums[i] += Float.intBitsToFloat(key ^ ((key >> 31) & Integer.MAX_VALUE));
    }
  }

  /** How many values lie in the range of those averaged; -0 and +0 are one value. */
  private static int countBetween(int[] keys, int[] least, int[] greatest, int width) {
    int count = 0;
    for (int i = 0; i < width; i++) {
      int from = least[i] == ZERO ? NEGATIVE_ZERO : least[i];
      int to = greatest[i] == NEGATIVE_ZERO ? ZERO : greatest[i];
      count += keys[i] >= from && keys[i] <= to ? 1 : 0;
    }
    return count;
  }
}
