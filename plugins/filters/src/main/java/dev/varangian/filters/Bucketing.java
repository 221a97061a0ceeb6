package dev.varangian.filters;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.filter.RowFilter.Needs;
import jakarta.inject.Inject;
import java.util.stream.IntStream;

/**
 * Averages the vectors in buckets of s, in another random order each round; the last bucket may be
 * smaller. One faulty agent can spoil a bucket, so f stays the same while n becomes ceil(n/s).
 *
 * <p>Formula: {@code y_k = mean of the x_p(i), (k-1) s < i <= k s, where p is a random order of the
 * n agents}.
 *
 * <p>Source: Karimireddy, He, Jaggi 2022, algorithm 1.
 *
 * <p>Example: {@code f = 0, size = 3: (0, 3), (3, 0), (6, 6) -> (3, 3)} (one bucket holds all three
 * vectors, whatever the order).
 *
 * <p>Cost: O(nd). Condition: none of its own, but the filter that follows must accept ceil(n/s)
 * vectors at the same f.
 *
 * <p>Variants: the last bucket is smaller and has the weight of the others, as in ByzFL and epfml;
 * Karimireddy's own code forms floor(n/s) buckets of nearly equal sizes.
 */
public final class Bucketing implements PreAggregator {

  static Component<PreAggregator> declaration() {
    return Component.preAggregator("bucketing", Bucketing.class)
        .summary("Averages the vectors in random buckets of s")
        .formula(
            "y_k = mean of the x_p(i), (k-1) s < i <= k s, where p is a random "
                + "order of the n agents")
        .source("Karimireddy, He, Jaggi 2022, algorithm 1")
        .cost("O(nd)")
        .variants(
            "the last bucket is smaller and has the weight of the others, as in "
                + "ByzFL and epfml; Karimireddy's own code forms floor(n/s) buckets of "
                + "nearly equal sizes")
        .example(
            "f = 0, size = 3: (0, 3), (3, 0), (6, 6) -> (3, 3)",
            "one bucket holds all three vectors, whatever the order");
  }

  /** The parameters of {@code bucketing}. */
  public record Parameters(
      @Param(value = "s, how many vectors go into a bucket", defaultValue = "2", min = 1)
          int size) {}

  private final Geometry geometry;
  private final int size;
  private final Randomness randomness;

  @Inject
  Bucketing(Geometry geometry, Parameters parameters, Randomness randomness) {
    this.geometry = geometry;
    this.size = parameters.size();
    this.randomness = randomness;
  }

  @Override
  public int count() {
    return (geometry.n() + size - 1) / size;
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }

  @Override
  public double[][] mix(Points points) {
    Draws draws = randomness.at(new AgentRound(points.round(), 0));
    return buckets(permutation(points.count(), draws), size);
  }

  /** A random order (Durstenfeld 1964, algorithm 235). */
  private static int[] permutation(int n, Draws draws) {
    int[] order = IntStream.range(0, n).toArray();
    for (int i = n - 1; i > 0; i--) {
      int j = draws.below(i + 1, i);
      int last = order[i];
      order[i] = order[j];
      order[j] = last;
    }
    return order;
  }

  /** The weights by which the vectors of each bucket are averaged. */
  static double[][] buckets(int[] order, int size) {
    double[][] mix = new double[(order.length + size - 1) / size][order.length];
    for (int k = 0; k < mix.length; k++) {
      int end = Math.min(order.length, (k + 1) * size);
      for (int place = k * size; place < end; place++) {
        mix[k][order[place]] = 1.0 / (end - k * size);
      }
    }
    return mix;
  }
}
