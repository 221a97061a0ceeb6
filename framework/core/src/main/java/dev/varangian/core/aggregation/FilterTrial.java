package dev.varangian.core.aggregation;

import dev.varangian.core.component.RunMemory;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.spi.Kind;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.filter.GradientFilter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shows faults the result that the server's filter would compute with a forged vector, before
 * anything is sent. A trial does not change the state that the filter keeps between rounds.
 * Concurrent trials run one after another.
 */
public final class FilterTrial {
  private static final Set<Kind> SERVER = EnumSet.of(Kind.PRE_AGGREGATOR, Kind.FILTER);

  private final Supplier<FilterStage> opening;
  private final RunMemory memory;
  private final int n;
  private final int d;
  private final Set<Integer> faulty;
  private final Consumer<Runnable> calling;
  private final float[][] rows;
  private @Nullable FilterStage stage;

  /**
   * Allocates nothing before the first trial.
   *
   * @param memory the filter's state between rounds
   * @param faulty the agents that send the vector, counted from 0
   */
  public FilterTrial(
      GradientFilter filter,
      RunMemory memory,
      ThreadTeam workers,
      int n,
      int d,
      Set<Integer> faulty) {
    this(() -> new FilterStage(filter, workers, n, d), memory, n, d, faulty, Runnable::run);
  }

  /**
   * Creates a trial for a filter with pre-aggregators, such that a failure names the filter.
   *
   * @param opening creates the stage to try
   * @param calling runs the code that calls the filter
   */
  public FilterTrial(
      Supplier<FilterStage> opening,
      RunMemory memory,
      int n,
      int d,
      Set<Integer> faulty,
      Consumer<Runnable> calling) {
    this.opening = opening;
    this.memory = memory;
    this.n = n;
    this.d = d;
    this.faulty = faulty;
    this.calling = calling;
    this.rows = new float[n][];
  }

  /**
   * The filter's result.
   *
   * @param round counted from 1
   * @param gradients the agents' correct gradients, at least one of them honest; those of faulty
   *     agents are not read
   * @param forgery writes what every faulty agent sends; if that is not finite, it counts as
   *     missing and becomes the zero vector
   */
  public synchronized Row result(int round, float[][] gradients, Consumer<OutputRow> forgery) {
    int honest = IntStream.range(0, n).filter(i -> !faulty.contains(i)).findFirst().orElseThrow();
    float[] forged = new float[gradients[honest].length];
    RowWriter writer = new RowWriter(forged, d);
    forgery.accept(writer);
    writer.end();
    if (!Double.isFinite(new RowView(forged, d).squaredNorm())) {
      Arrays.fill(forged, 0);
    }
    for (int agent = 0; agent < n; agent++) {
      rows[agent] = faulty.contains(agent) ? forged : gradients[agent];
    }
    float[] result = new float[forged.length];
    memory.undone(SERVER, () -> calling.accept(() -> stage().apply(rows, null, result, round)));
    return new RowView(result, d);
  }

  private FilterStage stage() {
    FilterStage open = stage == null ? opening.get() : stage;
    stage = open;
    return open;
  }
}
