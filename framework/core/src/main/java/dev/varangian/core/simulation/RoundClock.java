package dev.varangian.core.simulation;

/** Measures how long the parts of a round take, by the wall clock. */
final class RoundClock {
  private static final int PARTS = 5;

  private final long[] parts = new long[PARTS];
  private int part;
  private long last = System.nanoTime();

  /** The next part of the round has ended. */
  void lap() {
    long now = System.nanoTime();
    parts[part++] = now - last;
    last = now;
  }

  /** The parts that have ended; the others took no time. */
  TimingRow row(int round) {
    return new TimingRow(round, parts[0], parts[1], parts[2], parts[3], parts[4]);
  }
}
