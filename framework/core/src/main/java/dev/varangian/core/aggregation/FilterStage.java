package dev.varangian.core.aggregation;

import dev.varangian.core.component.Calls;
import dev.varangian.core.component.InvalidOutputException;
import dev.varangian.core.component.RunMemory;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.spi.filter.CoordinateFilter;
import dev.varangian.spi.filter.CoordinateRule;
import dev.varangian.spi.filter.GeneralFilter;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.tensor.rows.Euclidean;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Applies pre-aggregators and a gradient filter to n rows: {@link #apply} writes the result, and
 * {@link #shares} then returns the share of each row in it.
 */
public final class FilterStage {
  /** What arrived in a round; the squared norms are null if they are not known. */
  private record Arrivals(float[][] rows, double @Nullable [] squaredNorms, int round) {}

  private final List<ActivePreAggregator> preAggregators;
  private final GradientFilter filter;
  private final Calls calls;
  private final ThreadTeam workers;
  private final int n;
  private final int d;
  private final ReferenceRows references;
  private final @Nullable CoordinateColumns columns;
  private final Distances distances;
  private float[][] mixtures = {};

  /** The mixture that the pre-aggregators formed in the last call; null if there are none. */
  private @Nullable Mixture mixture;

  /** The rows seen in the last call by a filter that reads coordinates. */
  private float[][] seen = {};

  private float[] out = {};

  /** The rule of a coordinate filter in the last call. */
  private @Nullable CoordinateRule applied;

  /** The weights of the received rows in the last call; null if none are known yet. */
  private double @Nullable [] weights;

  /**
   * Creates a stage without pre-aggregators.
   *
   * @param n the number of rows of each call
   * @param d the number of coordinates used of each row; rows may be longer
   */
  public FilterStage(GradientFilter filter, ThreadTeam workers, int n, int d) {
    this(List.of(), filter, new Calls(), workers, n, d);
  }

  /**
   * Creates a stage with pre-aggregators before the filter.
   *
   * @param preAggregators the rules, in the order in which they are applied
   * @param calls the object through which their code is called
   * @param n the number of rows of each call
   * @param d the number of coordinates used of each row; rows may be longer
   */
  public FilterStage(
      List<ActivePreAggregator> preAggregators,
      GradientFilter filter,
      Calls calls,
      ThreadTeam workers,
      int n,
      int d) {
    this(preAggregators, filter, withoutMemory(filter, d), calls, workers, n, d);
  }

  private static ReferenceRows withoutMemory(GradientFilter filter, int d) {
    RunMemory memory = new RunMemory();
    return ReferenceRows.of(filter, memory.of("filter"), memory.of("server"), d);
  }

  /**
   * Creates a stage for the filter of a run, whose references outlive the stage.
   *
   * @param references the references that the filter declares
   */
  public FilterStage(
      List<ActivePreAggregator> preAggregators,
      GradientFilter filter,
      ReferenceRows references,
      Calls calls,
      ThreadTeam workers,
      int n,
      int d) {
    this.references = references;
    this.preAggregators = List.copyOf(preAggregators);
    this.filter = filter;
    this.calls = calls;
    this.workers = workers;
    this.n = n;
    this.d = d;
    this.columns =
        filter instanceof CoordinateFilter
            ? new CoordinateColumns(workers, ActivePreAggregator.count(preAggregators, n, calls))
            : null;
    this.distances = new Distances(workers);
  }

  /** Why a filter can't work on n vectors although its hard bound is met; empty if it can. */
  public static Optional<String> problem(GradientFilter filter, int n) {
    return filter instanceof CoordinateFilter coordinates
        ? CoordinateColumns.problem(coordinates.rule(), n)
        : Optional.empty();
  }

  /**
   * Writes the filter's result.
   *
   * @param rows n finite vectors; not changed
   * @param squaredNorms their squared norms if known, otherwise null
   * @param out receives the result; longer than d if the rows are
   * @param round counted from 1
   * @throws IllegalStateException if the filter's output is invalid: too many or too few weights,
   *     weights that are not finite, positions beyond the number of vectors, or a result that is
   *     not finite
   */
  public void apply(float[][] rows, double @Nullable [] squaredNorms, float[] out, int round) {
    this.out = out;
    Arrivals received = new Arrivals(rows, squaredNorms, round);
    mixture =
        preAggregators.isEmpty()
            ? null
            : Mixture.of(
                preAggregators, needs -> points(received, ReferenceRows.NONE, needs), calls);
    if (filter instanceof RowFilter rule) {
      weights = combine(rule, received);
      references.remember(out);
      return;
    }
    seen = mixture == null ? rows : formed(mixture, rows);
    if (columns != null && filter instanceof CoordinateFilter rule) {
      applied = rule.rule();
      columns.write(applied, seen, d, out);
      weights = null; // computed on request
    } else if (filter instanceof GeneralFilter rule) {
      weights = pulledBack(filtered(rule, round));
      references.remember(out);
    } else {
      throw new IllegalStateException(filter.getClass() + " is not a kind of filter");
    }
  }

  /**
   * The shares in the last result. For a coordinate filter they are computed now, in a second pass
   * that writes the same result again; neither the rows nor the result may have changed in the
   * meantime.
   *
   * @return each row's share in the result, adding up to 1; null if the filter returns no weights
   *     or their sum is 0
   */
  public double @Nullable [] shares() {
    if (weights == null && columns != null && applied != null) {
      weights = pulledBack(columns.writeAndCount(applied, seen, d, out));
    }
    return knownShares();
  }

  /** The shares in the last result if they are known without a second pass, otherwise null. */
  public double @Nullable [] knownShares() {
    return weights == null ? null : shares(weights);
  }

  private static double @Nullable [] shares(double[] weights) {
    double total = Arrays.stream(weights).reduce(0, Double::sum); // in order, so reproducible
    return total == 0 || !Double.isFinite(total)
        ? null
        : Arrays.stream(weights).map(weight -> weight / total).toArray();
  }

  /** Writes the weighted sum and returns the weights of the received rows. */
  private double[] combine(RowFilter rule, Arrivals received) {
    double[][] mixing =
        mixture == null ? new double[0][0] : mixture.withReferences(references.count());
    Points points =
        mixture == null
            ? points(received, references, rule.needs())
            : new PointsOfSums(
                points(received, references, RowFilter.Needs.NOTHING),
                mixing,
                references,
                rule.needs());
    double[] given = Weights.checked(rule.weights(points), points.count(), references.count());
    double[] all = mixture == null ? given : Mixture.product(new double[][] {given}, mixing)[0];
    double[] checked = Weights.checked(all, n, references.count());
    Rows.combine(checked, references.after(received.rows()), out, d, workers);
    return Arrays.copyOf(checked, n);
  }

  /** Converts weights of the vectors that the filter sees into weights of the received vectors. */
  private double @Nullable [] pulledBack(double @Nullable [] weights) {
    return weights == null || mixture == null ? weights : mixture.pulledBack(weights);
  }

  private Points points(Arrivals received, ReferenceRows references, RowFilter.Needs needs) {
    return new PointsOfRows(
        received.rows(),
        received.squaredNorms(),
        references,
        received.round(),
        d,
        needs,
        distances,
        workers);
  }

  /** The mixtures as rows; only filters that read coordinates need them. */
  private float[][] formed(Mixture mixture, float[][] rows) {
    double[][] weights = mixture.weights();
    if (mixtures.length == 0) {
      mixtures = Rows.zeros(weights.length, d);
    }
    for (int k = 0; k < weights.length; k++) {
      Rows.combine(weights[k], rows, mixtures[k], d, workers);
    }
    return mixtures;
  }

  private double @Nullable [] filtered(GeneralFilter rule, int round) {
    RowWriter writer = new RowWriter(out, d);
    double[] given = rule.filter(ReceivedRows.of(round, seen, references, d), writer);
    writer.end();
    requireFinite(out, seen);
    return given == null ? null : Weights.checked(given, seen.length);
  }

  /** If the vectors are so large that their sum overflows a float, the result may overflow too. */
  private void requireFinite(float[] out, float[][] rows) {
    if (Double.isFinite(Euclidean.squaredNorm(out, 0, d))) {
      return;
    }
    double sum = 0;
    for (float[] row : rows) {
      sum += Math.sqrt(Euclidean.squaredNorm(row, 0, d));
    }
    for (int i = 0; i < d; i++) {
      if (Float.isNaN(out[i]) || Float.isInfinite(out[i]) && sum <= Float.MAX_VALUE) {
        throw new InvalidOutputException(
            "coordinate "
                + i
                + " of its result is "
                + out[i]
                + " although the received vectors are finite");
      }
    }
  }
}
