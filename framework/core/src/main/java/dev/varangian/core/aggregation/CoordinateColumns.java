package dev.varangian.core.aggregation;

import static dev.varangian.tensor.kernels.Kernels.BLOCK;
import static dev.varangian.tensor.kernels.Kernels.KEYS;

import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.spi.filter.CoordinateFilter.Span;
import dev.varangian.tensor.kernels.Kernels;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Averages a run of each coordinate's sorted values, a block of columns at a time. */
final class CoordinateColumns {
  /** What lets a vector be read that begins at the last column. */
  private static final int SLACK = 16;

  private final ThreadTeam workers;
  private final int n;
  private final @Nullable Scratch[] scratch;
  private @Nullable Span sorted;
  private int[] pairs = {};

  /** One thread's working memory; row r of column i at {@code r * KEYS + i}. */
  private record Scratch(int[] keys, float[] values, long[] used) {}

  CoordinateColumns(ThreadTeam workers, int n) {
    this.workers = workers;
    this.n = n;
    this.scratch = new Scratch[workers.threads()];
  }

  /**
   * Writes the averages.
   *
   * @param count whether to count uses
   * @return for each row the number of coordinates in which its value lies between the least and
   *     the greatest averaged one; null unless {@code count}
   */
  double @Nullable [] apply(Span span, float[][] rows, int d, float[] out, boolean count) {
    prepare(span);
    workers.run(
        (d + BLOCK - 1) / BLOCK,
        (block, worker) -> {
          Scratch own = scratch(worker);
          int end = Math.min(d, (block + 1) * BLOCK);
          for (int from = block * BLOCK; from < end; from += KEYS) {
            int length = Math.min(KEYS, end - from);
            sort(span, rows, from, length, own);
            average(span, own, out, from, length);
            if (count) {
              count(span, rows, from, length, own);
            }
          }
        });
    return count ? uses() : null;
  }

  private void prepare(Span span) {
    if (!span.equals(sorted)) {
      pairs = SortingNetwork.bearingOn(span.first(), span.last(), SortingNetwork.pairs(n));
      sorted = span;
    }
    for (Scratch each : scratch) {
      if (each != null) {
        Arrays.fill(each.used(), 0);
      }
    }
  }

  private Scratch scratch(int worker) {
    Scratch own = scratch[worker];
    if (own == null) {
      own = new Scratch(new int[n * KEYS], new float[n * KEYS + SLACK], new long[n]);
      scratch[worker] = own;
    }
    return own;
  }

  /** Puts the values of the span where they belong among the sorted ones. */
  private void sort(Span span, float[][] rows, int from, int length, Scratch own) {
    Kernels kernels = Kernels.active();
    for (int i = 0; i < n; i++) {
      kernels.toSortable(rows[i], from, own.keys(), i * KEYS, length);
    }
    kernels.order(own.keys(), pairs);
    int first = span.first() * KEYS;
    int size = span.last() - span.first() + 1;
    kernels.fromSortable(own.keys(), first, own.values(), first, size * KEYS);
  }

  private void average(Span span, Scratch own, float[] out, int from, int length) {
    int size = span.last() - span.first() + 1;
    Kernels.active().mean(own.values(), span.first() * KEYS, KEYS, size, length, out, from);
  }

  private void count(Span span, float[][] rows, int from, int length, Scratch own) {
    int least = span.first() * KEYS;
    int greatest = span.last() * KEYS;
    for (int i = 0; i < n; i++) {
      own.used()[i] +=
          Kernels.active().countBetween(rows[i], from, own.values(), least, greatest, length);
    }
  }

  private double[] uses() {
    double[] used = new double[n];
    for (Scratch each : scratch) {
      for (int i = 0; each != null && i < n; i++) {
        used[i] += each.used()[i];
      }
    }
    return used;
  }
}
