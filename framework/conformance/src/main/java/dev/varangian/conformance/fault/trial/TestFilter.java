package dev.varangian.conformance.fault.trial;

import dev.varangian.conformance.check.NaiveOutput;
import dev.varangian.core.aggregation.FilterTrial;
import dev.varangian.core.component.RunMemory;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The server's filter for faults that know it: the mean, which every fault can move. */
public final class TestFilter implements RowFilter {

  /** Returns a trial of the filter in which the first f agents are faulty. */
  public static FilterTrial trial(Geometry sizes, ThreadTeam workers) {
    return new FilterTrial(
        new TestFilter(),
        new RunMemory(),
        workers,
        sizes.n(),
        sizes.d(),
        IntStream.range(0, sizes.f()).boxed().collect(Collectors.toUnmodifiableSet()));
  }

  /** Returns its result by a naive evaluation. */
  public static float[] plain(float[][] gradients, int f, Consumer<OutputRow> forgery) {
    int d = gradients[0].length;
    float[] forged = new float[d];
    forgery.accept(new NaiveOutput(forged));
    for (float value : forged) {
      if (!Float.isFinite(value)) {
        Arrays.fill(forged, 0);
        break;
      }
    }
    float[] mean = new float[d];
    for (int j = 0; j < d; j++) {
      double sum = 0;
      for (int i = 0; i < gradients.length; i++) {
        sum += i < f ? forged[j] : gradients[i][j];
      }
      mean[j] = (float) (sum / gradients.length);
    }
    return mean;
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }

  @Override
  public double[] weights(Points points) {
    double[] weights = new double[points.count()];
    Arrays.fill(weights, 1.0 / weights.length);
    return weights;
  }
}
