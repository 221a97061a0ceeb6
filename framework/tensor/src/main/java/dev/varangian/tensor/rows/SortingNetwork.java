package dev.varangian.tensor.rows;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Batcher's merge exchange for n values (Knuth, The Art of Computer Programming 3, algorithm
 * 5.2.2M): a fixed list of compare-exchanges, so that many columns are sorted side by side.
 */
final class SortingNetwork {
  private SortingNetwork() {}

  /** The places of each compare-exchange, one after the other, that sort n values. */
  static int[] pairs(int n) {
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
    return found.build().toArray();
  }

  /**
   * Those of {@code pairs} on which the values at the places {@code first} to {@code last} of the
   * result depend.
   */
  static int[] neededFor(int first, int last, int[] pairs) {
    BitSet wanted = new BitSet();
    wanted.set(first, last + 1);
    int[] kept = new int[pairs.length];
    int start = kept.length;
    for (int i = pairs.length - 2; i >= 0; i -= 2) {
      if (wanted.get(pairs[i]) || wanted.get(pairs[i + 1])) {
        wanted.set(pairs[i]);
        wanted.set(pairs[i + 1]);
        start -= 2;
        kept[start] = pairs[i];
        kept[start + 1] = pairs[i + 1];
      }
    }
    return IntStream.of(kept).skip(start).toArray();
  }
}
