package dev.varangian.conformance.filter.trial;

import dev.varangian.conformance.check.Lease;
import dev.varangian.conformance.check.NaiveOutput;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.core.aggregation.FilterStage;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.spi.filter.CoordinateFilter;
import dev.varangian.spi.filter.GeneralFilter;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.RowFilter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The result of a filter for n vectors.
 *
 * @param output the result, of length d
 * @param shares each vector's share in it, adding up to 1; null if the filter reports none
 */
public record FilterResult(float[] output, double @Nullable [] shares) {

  /** Applies the filter as the server does, on one thread. */
  public static FilterResult by(GradientFilter filter, float[][] rows) {
    return by(filter, rows, 1);
  }

  /** Applies the filter as the server does, to a copy of the vectors. */
  public static FilterResult by(GradientFilter filter, float[][] rows, int threads) {
    return readingIn(filter, Vectors.copy(rows), threads);
  }

  /** Applies the filter as the server does, to {@code rows} themselves. */
  public static FilterResult readingIn(GradientFilter filter, float[][] rows, int threads) {
    int d = rows[0].length;
    float[] output = new float[d];
    try (ThreadTeam workers = new ThreadTeam(threads)) {
      double[] shares =
          new FilterStage(filter, workers, rows.length, d).apply(rows, null, output, true);
      return new FilterResult(output, shares);
    }
  }

  /** Applies the filter by its definition, in double, without blocks or threads. */
  public static float[] plainly(GradientFilter filter, float[][] rows, Lease lease) {
    float[] output = new float[rows[0].length];
    if (filter instanceof RowFilter rule) {
      double[] weights = rule.weights(new NaivePoints(rows, lease));
      return Vectors.combined(weights, rows, output.length);
    }
    if (filter instanceof CoordinateFilter rule) {
      return meanOfSorted(rule.span(), rows);
    }
    if (filter instanceof GeneralFilter rule) {
      rule.filter(Vectors.leased(rows, lease), new NaiveOutput(output));
      return output;
    }
    throw new IllegalStateException(filter.getClass() + " is not a known type of filter");
  }

  private static float[] meanOfSorted(CoordinateFilter.Span span, float[][] rows) {
    float[] output = new float[rows[0].length];
    float[] column = new float[rows.length];
    for (int j = 0; j < output.length; j++) {
      for (int i = 0; i < rows.length; i++) {
        column[i] = rows[i][j];
      }
      Arrays.sort(column);
      double sum = 0;
      for (int place = span.first(); place <= span.last(); place++) {
        sum += column[place];
      }
      output[j] = (float) (sum / (span.last() - span.first() + 1));
    }
    return output;
  }

  /** Returns whether two results are equal to the bit. */
  public boolean sameBits(FilterResult other) {
    return Arrays.equals(output, other.output) && Arrays.equals(shares, other.shares);
  }
}
