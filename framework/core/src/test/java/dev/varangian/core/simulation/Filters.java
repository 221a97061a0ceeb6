package dev.varangian.core.simulation;

import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.filter.CoordinateFilter;
import dev.varangian.spi.filter.CoordinateRule;
import dev.varangian.spi.filter.CoordinateRule.Span;
import dev.varangian.spi.filter.GeneralFilter;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.Received;
import dev.varangian.spi.filter.RowFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Filters for tests. */
public final class Filters {
  private Filters() {}

  /** The same weights whatever comes. */
  public record Weighted(double... each) implements RowFilter {
    /** Unequal weights that add up to 1. */
    static Weighted rising(int n) {
      double[] weights = new double[n];
      for (int i = 0; i < n; i++) {
        weights[i] = 2.0 * (i + 1) / (n * (n + 1.0));
      }
      return new Weighted(weights);
    }

    @Override
    public Needs needs() {
      return Needs.NOTHING;
    }

    @Override
    public double[] weights(Points points) {
      return each;
    }
  }

  /** 1 / (1 + ||x_i||^2), so that every norm has its part in the result. */
  public record ByNorm() implements RowFilter {
    @Override
    public Needs needs() {
      return Needs.SQUARED_NORMS;
    }

    @Override
    public double[] weights(Points points) {
      double[] weights = new double[points.count()];
      Arrays.setAll(weights, i -> 1 / (1 + points.squaredNorm(i)));
      return weights;
    }
  }

  /** A run of the sorted values. */
  public record Middle(CoordinateRule rule) implements CoordinateFilter {
    public static Middle of(int first, int last) {
      return new Middle(new Span(first, last));
    }
  }

  /** Averages, and keeps what it was given. */
  public static final class Recording implements GeneralFilter {
    final List<float[][]> received = new ArrayList<>();

    @Override
    public double[] filter(Received received, OutputRow out) {
      List<Row> rows = received.rows();
      float[][] copy = new float[rows.size()][out.length()];
      for (int i = 0; i < copy.length; i++) {
        rows.get(i).copy(0, copy[i], 0, out.length());
      }
      this.received.add(copy);
      double[] weights = new double[rows.size()];
      Arrays.fill(weights, 1.0 / weights.length);
      out.combine(weights, rows);
      return weights;
    }
  }
}
