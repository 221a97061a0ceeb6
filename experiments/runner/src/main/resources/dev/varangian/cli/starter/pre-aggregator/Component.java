package example.{{package}};

import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.filter.RowFilter.Needs;
import jakarta.inject.Inject;

/**
 * Moves every vector towards the mean of all n:
 *
 * <pre>y_k = (1 - a) x_k + (a/n) sum_i x_i</pre>
 *
 * <p>A start, which protects no filter, since a part of each faulty vector is in every mixture: put
 * your formula here, with its paper and equation.
 */
public final class {{class}} implements PreAggregator {

  /** The parameters of {@code {{name}}}. */
  public record Parameters(
      @Param(value = "a, the part of the way to the mean", defaultValue = "0.5", min = 0, max = 1)
          double part) {}

  private final Geometry geometry;
  private final Parameters parameters;

  @Inject
  {{class}}(Geometry geometry, Parameters parameters) {
    this.geometry = geometry;
    this.parameters = parameters;
  }

  /** The number of vectors that the filter sees in place of the n received ones. */
  @Override
  public int count() {
    return geometry.n();
  }

  /** What is computed of the vectors before {@link #mix} is called. */
  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }

  /** In row k the factor of each received vector in the k-th one that the filter sees. */
  @Override
  public double[][] mix(Points points) {
    int n = points.count();
    double[][] mix = new double[n][n];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        mix[k][i] = parameters.part() / n + (i == k ? 1 - parameters.part() : 0);
      }
    }
    return mix;
  }
}
