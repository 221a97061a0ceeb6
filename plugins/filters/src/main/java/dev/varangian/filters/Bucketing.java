package dev.varangian.filters;

import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Memory;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.filter.RowFilter.Needs;
import jakarta.inject.Inject;
import java.util.stream.IntStream;

/**
 * Averages the vectors in buckets of s, in another random order in each round; the last bucket may
 * be smaller (Karimireddy, He, Jaggi 2022, algorithm 1). One faulty agent can spoil a bucket, so f
 * stays what it is while n becomes ceil(n/s).
 *
 * <p>Published codes differ in the last bucket: ByzFL and epfml leave it smaller, with the weight
 * of the others; Karimireddy's own splits n vectors into floor(n/s) buckets of nearly equal sizes.
 */
public final class Bucketing implements PreAggregator {

  /** The parameters of {@code bucketing}. */
  public record Parameters(
      @Param(value = "s, how many vectors go into a bucket", byDefault = "2", min = 1) int size) {}

  private final Geometry geometry;
  private final int size;
  private final Randomness randomness;

  /** How many rounds there were, which no round is told. */
  private final double[] rounds;

  @Inject
  Bucketing(Geometry geometry, Parameters parameters, Randomness randomness, Memory memory) {
    this.geometry = geometry;
    this.size = parameters.size();
    this.randomness = randomness;
    this.rounds = memory.doubles("rounds", 1);
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
    rounds[0]++;
    return buckets(permutation(points.count(), randomness.at((int) rounds[0], 0)), size);
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
