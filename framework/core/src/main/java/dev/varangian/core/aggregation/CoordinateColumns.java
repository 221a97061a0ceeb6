package dev.varangian.core.aggregation;

import dev.varangian.core.component.InvalidOutputException;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.spi.filter.CoordinateRule;
import dev.varangian.spi.filter.CoordinateRule.Nearest;
import dev.varangian.spi.filter.CoordinateRule.Span;
import dev.varangian.tensor.rows.Blocks;
import dev.varangian.tensor.rows.ColumnMean;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** For each coordinate, averages the values that a rule selects, a block of columns at a time. */
final class CoordinateColumns {
  private final ThreadTeam workers;
  private final int n;

  /** One buffer for each thread. */
  private final @Nullable Scratch[] scratch;

  private @Nullable CoordinateRule rule;
  private @Nullable ColumnMean mean;

  private record Scratch(ColumnMean.Buffer buffer, long[] uses) {}

  CoordinateColumns(ThreadTeam workers, int n) {
    this.workers = workers;
    this.n = n;
    this.scratch = new Scratch[workers.threads()];
  }

  /** Describes what a rule selects beyond n values; empty if the rule fits. */
  static Optional<String> problem(CoordinateRule rule, int n) {
    if (rule instanceof Nearest nearest) {
      return nearest.count() > n
          ? Optional.of("averages the nearest " + nearest.count() + " of " + n + " values")
          : problem(nearest.centre(), n);
    }
    Span span = (Span) rule;
    return span.last() < n
        ? Optional.empty()
        : Optional.of(
            "averages the sorted values "
                + span.first()
                + " to "
                + span.last()
                + ", counted from 0, of "
                + n);
  }

  /**
   * Writes the averages.
   *
   * @throws InvalidOutputException if the rule does not fit n values
   */
  void write(CoordinateRule rule, float[][] rows, int d, float[] out) {
    ColumnMean columns = meanOf(rule);
    workers.run(
        Blocks.count(d),
        (block, worker) ->
            columns.write(
                rows,
                Blocks.start(block),
                Blocks.end(block, d),
                out,
                scratch(columns, worker).buffer()));
  }

  /**
   * Also writes the averages.
   *
   * @return for each row the number of coordinates in which its value lies between the smallest and
   *     the largest averaged value
   */
  double[] writeAndCount(CoordinateRule rule, float[][] rows, int d, float[] out) {
    ColumnMean columns = meanOf(rule);
    for (Scratch each : scratch) {
      if (each != null) {
        Arrays.fill(each.uses(), 0);
      }
    }
    workers.run(
        Blocks.count(d),
        (block, worker) -> {
          Scratch own = scratch(columns, worker);
          int from = Blocks.start(block);
          columns.writeAndCount(rows, from, Blocks.end(block, d), out, own.buffer(), own.uses());
        });
    return uses();
  }

  private ColumnMean meanOf(CoordinateRule wanted) {
    ColumnMean known = mean;
    if (known == null || !wanted.equals(rule)) {
      problem(wanted, n)
          .ifPresent(
              problem -> {
                throw new InvalidOutputException("it " + problem);
              });
      known = of(wanted);
      Arrays.fill(scratch, null); // a buffer belongs to one rule
      mean = known;
      rule = wanted;
    }
    return known;
  }

  private ColumnMean of(CoordinateRule rule) {
    if (rule instanceof Span span) {
      return ColumnMean.ofSpan(n, span.first(), span.last());
    }
    Nearest nearest = (Nearest) rule;
    Span centre = nearest.centre();
    return ColumnMean.ofNearest(n, nearest.count(), centre.first(), centre.last());
  }

  private Scratch scratch(ColumnMean columns, int worker) {
    Scratch own = scratch[worker];
    if (own == null) {
      own = new Scratch(columns.buffer(), new long[n]);
      scratch[worker] = own;
    }
    return own;
  }

  private double[] uses() {
    double[] uses = new double[n];
    for (Scratch each : scratch) {
      for (int i = 0; each != null && i < n; i++) {
        uses[i] += each.uses()[i];
      }
    }
    return uses;
  }
}
