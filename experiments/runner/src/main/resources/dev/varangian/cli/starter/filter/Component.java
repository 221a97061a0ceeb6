package example.{{package}};

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter;
import jakarta.inject.Inject;
import java.util.Arrays;

/**
 * Shortens every vector that is longer than c times the median norm m to that length, then averages:
 *
 * <pre>(1/n) sum_i min(1, c m / ||x_i||) x_i</pre>
 *
 * <p>A start: put your formula here, with its paper and equation, and the condition on n and f
 * under which it is proved.
 */
public final class {{class}} implements RowFilter {

  /** The parameters of {@code {{name}}}. */
  public record Parameters(
      @Param(
              value = "c, how many times as long as the median a vector may be",
              defaultValue = "1",
              min = Double.MIN_VALUE)
          double factor) {}

  private final Geometry geometry;
  private final Parameters parameters;

  @Inject
  {{class}}(Geometry geometry, Parameters parameters) {
    this.geometry = geometry;
    this.parameters = parameters;
  }

  @Override
  public Condition hardBound() {
    return new Condition("n > f", geometry.n() > geometry.f());
  }

  /** With more than half of the agents honest the median is no longer than an honest vector. */
  @Override
  public Condition resilience() {
    return new Condition("n > 2f", geometry.n() > 2L * geometry.f());
  }

  /** What is computed of the vectors before {@link #weights} is called. */
  @Override
  public Needs needs() {
    return Needs.SQUARED_NORMS;
  }

  /** The factor of each vector in the sum that is the result. */
  @Override
  public double[] weights(Points points) {
    int n = points.count();
    double[] norms = new double[n];
    for (int i = 0; i < n; i++) {
      norms[i] = Math.sqrt(points.squaredNorm(i));
    }
    double[] sorted = norms.clone();
    Arrays.sort(sorted);
    double longest = parameters.factor() * sorted[(n - 1) / 2];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      weights[i] = (norms[i] <= longest ? 1 : longest / norms[i]) / n;
    }
    return weights;
  }
}
