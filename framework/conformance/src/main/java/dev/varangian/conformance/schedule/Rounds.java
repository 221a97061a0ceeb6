package dev.varangian.conformance.schedule;

import java.util.stream.IntStream;

/** The rounds at which a schedule is tried. */
final class Rounds {
  private static final int FIRST = 10_000;

  private Rounds() {}

  /** The first ones, then ever longer jumps to the last that there can be. */
  static int[] tried() {
    IntStream later =
        IntStream.iterate(FIRST, round -> round <= Integer.MAX_VALUE / 2, round -> 2 * round);
    return IntStream.concat(
            IntStream.concat(IntStream.rangeClosed(1, FIRST), later),
            IntStream.of(Integer.MAX_VALUE))
        .toArray();
  }
}
