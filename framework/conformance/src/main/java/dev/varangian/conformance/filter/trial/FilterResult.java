package dev.varangian.conformance.filter.trial;

import dev.varangian.conformance.check.Lease;
import dev.varangian.conformance.check.NaiveOutput;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.core.aggregation.FilterStage;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.filter.CoordinateFilter;
import dev.varangian.spi.filter.GeneralFilter;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Received;
import dev.varangian.spi.filter.Reference;
import dev.varangian.spi.filter.RowFilter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a filter for n vectors.
 *
 * @param output the result, of length d
 * @param shares each vector's share in it, adding up to 1; null if the filter reports none
 */
public record FilterResult(float[] output, double @Nullable [] shares) {
  private static final int FIRST_ROUND = 1;

  private record NaiveReceived(int round, List<Row> rows) implements Received {
    /** The zero vector, as in a first round. */
    @Override
    public Row reference(Reference reference) {
      return Vectors.leased(new float[][] {new float[rows.get(0).length()]}, new Lease()).get(0);
    }
  }

  /** Applies the filter as the server does, on one thread. */
  public static FilterResult by(GradientFilter filter, float[][] rows) {
    return by(filter, rows, 1);
  }

  /** Applies the filter as the server does in some round, on one thread. */
  public static FilterResult inRound(int round, GradientFilter filter, float[][] rows) {
    return readingIn(round, filter, Vectors.copy(rows), 1);
  }

  /** Applies the filter as the server does, to a copy of the vectors. */
  public static FilterResult by(GradientFilter filter, float[][] rows, int threads) {
    return readingIn(FIRST_ROUND, filter, Vectors.copy(rows), threads);
  }

  /** Applies the filter as the server does, to {@code rows} themselves. */
  public static FilterResult readingIn(GradientFilter filter, float[][] rows, int threads) {
    return readingIn(FIRST_ROUND, filter, rows, threads);
  }

  private static FilterResult readingIn(
      int round, GradientFilter filter, float[][] rows, int threads) {
    int d = rows[0].length;
    float[] output = new float[d];
    try (ThreadTeam workers = new ThreadTeam(threads)) {
      FilterStage stage = new FilterStage(filter, workers, rows.length, d);
      stage.apply(rows, null, output, round);
      return new FilterResult(output, stage.shares());
    }
  }

  /** Applies the filter by its definition, in double, without blocks or threads. */
  public static float[] plainly(GradientFilter filter, float[][] rows, Lease lease) {
    return plainly(FIRST_ROUND, filter, rows, lease);
  }

  /** Applies the filter by its definition in some round. */
  public static float[] plainly(int round, GradientFilter filter, float[][] rows, Lease lease) {
    float[] output = new float[rows[0].length];
    if (filter instanceof RowFilter rule) {
      double[] weights = rule.weights(new NaivePoints(round, rows, rule.references(), lease));
      return Vectors.combined(weights, rows, output.length);
    }
    if (filter instanceof CoordinateFilter rule) {
      return NaiveColumns.means(rule.rule(), rows);
    }
    if (filter instanceof GeneralFilter rule) {
      rule.filter(new NaiveReceived(round, Vectors.leased(rows, lease)), new NaiveOutput(output));
      return output;
    }
    throw new IllegalStateException(filter.getClass() + " is not a known type of filter");
  }

  /** Returns whether two results are equal to the bit. */
  public boolean sameBits(FilterResult other) {
    return Arrays.equals(output, other.output) && Arrays.equals(shares, other.shares);
  }
}
