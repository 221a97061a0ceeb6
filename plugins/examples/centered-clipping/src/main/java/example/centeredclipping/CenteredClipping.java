package example.centeredclipping;

import dev.varangian.spi.context.Memory;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.Reference;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.spi.run.Metric;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Centered clipping (Karimireddy, He, Jaggi 2021, algorithm 2, one iteration): v + (1/n) sum_i (x_i
 * - v) min(1, radius / ||x_i - v||), where v is the previous result. The sum is one of the received
 * vectors and v, so the filter needs only the distances from v.
 */
public final class CenteredClipping implements RowFilter {

  /** The parameters of {@code my-centered-clipping}. */
  public record Parameters(
      @Param(value = "the distance to which a difference is clipped", defaultValue = "10", min = 0)
          double radius) {}

  private final Parameters parameters;
  private final double[] clipped;

  @Inject
  CenteredClipping(Parameters parameters, Memory memory) {
    this.parameters = parameters;
    this.clipped = memory.doubles("clipped", 1);
  }

  @Override
  public Needs needs() {
    return Needs.REFERENCE_DISTANCES;
  }

  @Override
  public List<Reference> references() {
    return List.of(Reference.previousOutput());
  }

  @Override
  public double[] weights(Points points) {
    int n = points.count();
    int previous = points.indexOf(Reference.previousOutput());
    double[] weights = new double[n + 1];
    weights[previous] = 1;
    clipped[0] = 0;
    for (int i = 0; i < n; i++) {
      double distance = Math.sqrt(points.squaredDistance(i, previous));
      boolean far = distance > parameters.radius();
      weights[i] = (far ? parameters.radius() / distance : 1) / n;
      weights[previous] -= weights[i];
      clipped[0] += far ? 1.0 / n : 0;
    }
    return weights;
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        new Metric.Value("clipped", "share of the vectors that were clipped", () -> clipped[0]));
  }
}
