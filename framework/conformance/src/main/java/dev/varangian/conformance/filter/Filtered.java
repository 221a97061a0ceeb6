package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Lease;
import dev.varangian.conformance.check.PlainOutput;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.core.aggregation.FilterStage;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.filter.CoordinateFilter;
import dev.varangian.spi.filter.GeneralFilter;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Received;
import dev.varangian.spi.filter.RowFilter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a filter makes of n vectors.
 *
 * @param output the result, of length d
 * @param shares each vector's share in it, adding up to 1; null if the filter tells none
 */
record Filtered(float[] output, double @Nullable [] shares) {
  private static final int FIRST_ROUND = 1;

  private record PlainReceived(int round, List<Row> rows) implements Received {}

  /** As the server does it, on one thread. */
  static Filtered by(GradientFilter filter, float[][] rows) {
    return by(filter, rows, 1);
  }

  /** As the server does it in some round, on one thread. */
  static Filtered inRound(int round, GradientFilter filter, float[][] rows) {
    return readingIn(round, filter, Vectors.copy(rows), 1);
  }

  /** As the server does it, whatever the filter does to what it is given. */
  static Filtered by(GradientFilter filter, float[][] rows, int threads) {
    return readingIn(FIRST_ROUND, filter, Vectors.copy(rows), threads);
  }

  /** As the server does it; {@code rows} are what the filter sees. */
  static Filtered readingIn(GradientFilter filter, float[][] rows, int threads) {
    return readingIn(FIRST_ROUND, filter, rows, threads);
  }

  private static Filtered readingIn(int round, GradientFilter filter, float[][] rows, int threads) {
    int d = rows[0].length;
    float[] output = new float[d];
    try (ThreadTeam workers = new ThreadTeam(threads)) {
      FilterStage stage = new FilterStage(filter, workers, rows.length, d);
      stage.apply(rows, null, output, round);
      return new Filtered(output, stage.shares());
    }
  }

  /** By the definitions alone, in double, without blocks or threads. */
  static float[] plainly(GradientFilter filter, float[][] rows, Lease lease) {
    return plainly(FIRST_ROUND, filter, rows, lease);
  }

  /** The same in some round. */
  static float[] plainly(int round, GradientFilter filter, float[][] rows, Lease lease) {
    float[] output = new float[rows[0].length];
    if (filter instanceof RowFilter rule) {
      double[] weights = rule.weights(new PlainPoints(round, rows, lease));
      return Vectors.combined(weights, rows, output.length);
    }
    if (filter instanceof CoordinateFilter rule) {
      return PlainColumns.means(rule.rule(), rows);
    }
    if (filter instanceof GeneralFilter rule) {
      rule.filter(new PlainReceived(round, Vectors.leased(rows, lease)), new PlainOutput(output));
      return output;
    }
    throw new IllegalStateException(filter.getClass() + " is no kind of filter");
  }

  /** Whether two results are the same to the bit. */
  boolean sameBits(Filtered other) {
    return Arrays.equals(output, other.output) && Arrays.equals(shares, other.shares);
  }
}
