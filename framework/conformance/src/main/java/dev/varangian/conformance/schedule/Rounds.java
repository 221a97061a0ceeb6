package dev.varangian.conformance.schedule;

import java.util.stream.IntStream;

/** The rounds at which a schedule is checked. */
final class Rounds {
  private static final int FIRST = 10_000;

  private Rounds() {}

  /** Returns the first rounds, then rounds at increasing distances up to the largest int. */
  static int[] tried() {
    IntStream later =
        IntStream.iterate(FIRST, round -> round <= Integer.MAX_VALUE / 2, round -> 2 * round);
    return IntStream.concat(
            IntStream.concat(IntStream.rangeClosed(1, FIRST), later),
            IntStream.of(Integer.MAX_VALUE))
        .toArray();
  }
}
