package dev.varangian.filters;

import dev.varangian.core.aggregation.FilterStage;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.simulation.Messages;
import dev.varangian.spi.filter.GradientFilter;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Applies filters as the server does. */
final class Server {
  private Server() {}

  /**
   * A filter's result.
   *
   * @param shares each vector's share in it
   */
  record Filtered(float[] output, double[] shares) {}

  static Filtered apply(GradientFilter filter, float[][] rows) {
    int d = rows[0].length;
    try (ThreadTeam workers = new ThreadTeam(2)) {
      float[] out = new float[d];
      FilterStage stage = new FilterStage(filter, workers, rows.length, d);
      stage.apply(rows, null, out, 1);
      return new Filtered(out, stage.shares());
    }
  }

  /** The rows with zeros for those that are not finite. */
  static float[][] received(float[][] rows) {
    int n = rows.length;
    int d = rows[0].length;
    TreeSet<Integer> all = new TreeSet<>(IntStream.range(0, n).boxed().toList());
    double[] norms = Arrays.stream(rows).mapToDouble(Server::squaredNorm).toArray();
    try (ThreadTeam workers = new ThreadTeam(2)) {
      Messages messages = new Messages(List.of(), all, n, d);
      messages.exchange(rows, 1, norms, workers);
      return Arrays.stream(messages.received())
          .map(row -> Arrays.copyOf(row, d))
          .toArray(float[][]::new);
    }
  }

  static double squaredNorm(float[] row) {
    double sum = 0;
    for (float value : row) {
      sum += (double) value * value;
    }
    return sum;
  }
}
