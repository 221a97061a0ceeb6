package dev.varangian.core.aggregation;

import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.spi.filter.CoordinateFilter.Span;
import dev.varangian.tensor.rows.Blocks;
import dev.varangian.tensor.rows.ColumnMean;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Averages a span of each coordinate's sorted values, a block of columns at a time. */
final class CoordinateColumns {
  private final ThreadTeam workers;
  private final int n;

  /** Each thread's. */
  private final @Nullable Scratch[] scratch;

  private @Nullable Span span;
  private @Nullable ColumnMean mean;

  private record Scratch(ColumnMean.Buffer buffer, long[] uses) {}

  CoordinateColumns(ThreadTeam workers, int n) {
    this.workers = workers;
    this.n = n;
    this.scratch = new Scratch[workers.threads()];
  }

  /**
   * Writes the averages.
   *
   * @param count whether to count uses
   * @return for each row the number of coordinates in which its value lies between the least and
   *     the greatest averaged one; null unless {@code count}
   */
  double @Nullable [] apply(Span span, float[][] rows, int d, float[] out, boolean count) {
    ColumnMean columns = meanOf(span);
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
          int to = Blocks.end(block, d);
          if (count) {
            columns.writeAndCount(rows, from, to, out, own.buffer(), own.uses());
          } else {
            columns.write(rows, from, to, out, own.buffer());
          }
        });
    return count ? uses() : null;
  }

  private ColumnMean meanOf(Span wanted) {
    ColumnMean known = mean;
    if (known == null || !wanted.equals(span)) {
      known = ColumnMean.ofSpan(n, wanted.first(), wanted.last());
      mean = known;
      span = wanted;
    }
    return known;
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
