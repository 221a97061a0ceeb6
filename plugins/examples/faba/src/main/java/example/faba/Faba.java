package example.faba;

import com.google.common.base.Objects;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.spi.filter.Symmetry;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * FABA (Xia, Tao, Hao, Li 2019, "FABA: An algorithm for fast aggregation against Byzantine attacks
 * in distributed neural networks", algorithm 1): removes the vector farthest from the mean of the
 * remaining ones, f times, and averages the rest.
 *
 * <p>Of the m vectors left, ||x_i - mean||^2 = (1/m) sum_j ||x_i - x_j||^2 - c with the same c for
 * all i: the farthest is the one with the largest sum of squared distances.
 *
 * <p>Resilience: n &gt; 2f, as the paper assumes.
 */
public final class Faba implements RowFilter {

  /** The parameters of {@code faba}. */
  public record Parameters(
      @Param(
              value = "the number of vectors removed in addition to the tolerance f",
              defaultValue = "0",
              min = 0)
          int extra) {}

  private final Geometry geometry;
  private final Parameters parameters;

  @Inject
  Faba(Geometry geometry, Parameters parameters) {
    this.geometry = geometry;
    this.parameters = parameters;
  }

  @Override
  public Condition hardBound() {
    return new Condition("n > f + extra", geometry.n() > (long) geometry.f() + parameters.extra());
  }

  @Override
  public Condition resilience() {
    return new Condition(
        "n > 2f and n > f + extra", geometry.n() > 2L * geometry.f() && hardBound().met());
  }

  @Override
  public Set<Symmetry> symmetries() {
    return Symmetry.USUAL;
  }

  @Override
  public Needs needs() {
    return Needs.SQUARED_DISTANCES;
  }

  @Override
  public double[] weights(Points points) {
    Set<Integer> left =
        IntStream.range(0, points.count()).boxed().collect(Collectors.toCollection(TreeSet::new));
    for (int gone = 0; gone < geometry.f() + parameters.extra(); gone++) {
      left.remove(farthest(left, points));
    }
    double[] weights = new double[points.count()];
    left.forEach(i -> weights[i] = 1.0 / left.size());
    return weights;
  }

  /** The last of several equally distant ones, so that ties keep the lower agent. */
  private static Integer farthest(Set<Integer> left, Points points) {
    Integer farthest = null;
    for (Integer i : left) {
      // Guava 21 removed this method: this calls the plugin's own Guava.
      Integer rival = Objects.firstNonNull(farthest, i);
      farthest = sum(i, left, points) >= sum(rival, left, points) ? i : rival;
    }
    return farthest;
  }

  private static double sum(int i, Set<Integer> left, Points points) {
    return left.stream().mapToDouble(j -> points.squaredDistance(i, j)).sum();
  }
}
