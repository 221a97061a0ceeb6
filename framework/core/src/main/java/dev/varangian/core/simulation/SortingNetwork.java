package dev.varangian.core.simulation;

import dev.varangian.tensor.kernels.Kernels;
import java.util.stream.IntStream;

/**
 * Batcher's merge exchange for n values (Knuth, The Art of Computer Programming 3, algorithm
 * 5.2.2M): a fixed list of compare-exchanges, so that many columns are sorted side by side.
 */
final class SortingNetwork {
  private final int[] pairs;

  SortingNetwork(int n) {
    IntStream.Builder found = IntStream.builder();
    int top = n < 2 ? 0 : Integer.highestOneBit(n - 1);
    for (int p = top; p > 0; p >>= 1) {
      int q = top;
      int r = 0;
      int d = p;
      while (d > 0) {
        for (int i = 0; i < n - d; i++) {
          if ((i & p) == r) {
            found.add(i).add(i + d);
          }
        }
        d = q - p;
        q >>= 1;
        r = p;
      }
    }
    this.pairs = found.build().toArray();
  }

  /** Sorts each column of {@code rows}, n rows of {@code width} values, ascending. */
  void sort(int[][] rows, int width) {
    for (int i = 0; i < pairs.length; i += 2) {
      Kernels.active().order(rows[pairs[i]], rows[pairs[i + 1]], width);
    }
  }
}
