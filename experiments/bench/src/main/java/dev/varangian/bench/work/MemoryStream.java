package dev.varangian.bench.work;

import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.tensor.machine.Limits;
import java.util.Arrays;

/** What memory delivers at most: an array that no cache holds, read from end to end. */
public final class MemoryStream implements Work {
  private static final int LARGEST = 1 << 28;
  private static final int PIECES = 64;

  private final Limits limits = Limits.active();
  private final ThreadTeam workers;
  private final float[] values;
  private final float[] results = new float[PIECES];

  /** An array of 1 GiB, or an eighth of the memory that the JVM may use. */
  public MemoryStream(ThreadTeam workers) {
    this.workers = workers;
    long affordable = Runtime.getRuntime().maxMemory() / 8 / Float.BYTES;
    this.values = new float[(int) Math.min(LARGEST, affordable)];
    // Memory that was never written to may be one page of zeros, which a cache holds.
    Arrays.fill(values, 1);
  }

  @Override
  public void once() {
    int length = values.length / PIECES;
    workers.run(
        PIECES,
        (piece, worker) ->
            results[piece] += limits.read(values, piece * length, (piece + 1) * length));
  }

  /** The rate that a time stands for, in 1e9 bytes a second. */
  public double gigabytesPerSecond(double milliseconds) {
    return (double) values.length * Float.BYTES / milliseconds / 1e6;
  }
}
