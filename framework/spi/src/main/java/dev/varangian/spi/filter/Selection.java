package dev.varangian.spi.filter;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Selects vectors by a key. */
public final class Selection {
  private Selection() {}

  /**
   * The {@code count} indices from 0 to n-1 with the smallest keys, in ascending order of the keys;
   * ties go to the lower index.
   */
  public static int[] smallest(int count, int n, IntToDoubleFunction byKey) {
    return IntStream.range(0, n)
        .boxed()
        .sorted(Comparator.comparingDouble(byKey::applyAsDouble))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
