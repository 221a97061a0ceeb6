package dev.varangian.bench.work;

import dev.varangian.core.parallel.ThreadTeam;
import java.util.SplittableRandom;

/** What filters are timed on: vectors as long as LeNet's gradient, of standard normal numbers. */
public final class NormalRows {
  /** The parameters of LeNet on images of 28x28 with 10 classes. */
  public static final int DIMENSION = 431_080;

  /** A run's rows are whole vector registers long. */
  private static final int WIDEST_REGISTER = 16;

  private NormalRows() {}

  /** Row i is the same whatever the count and the threads. */
  public static float[][] of(int count, int d, ThreadTeam workers) {
    float[][] rows = new float[count][length(d)];
    workers.run(
        count,
        (row, worker) -> {
          SplittableRandom random = new SplittableRandom(row);
          for (int i = 0; i < d; i++) {
            rows[row][i] = (float) random.nextGaussian();
          }
        });
    return rows;
  }

  /** The length of the array that holds a row. */
  public static int length(int d) {
    return (d + WIDEST_REGISTER - 1) / WIDEST_REGISTER * WIDEST_REGISTER;
  }

  /** The memory that so many rows take. */
  public static long bytes(int count, int d) {
    return (long) count * length(d) * Float.BYTES;
  }
}
