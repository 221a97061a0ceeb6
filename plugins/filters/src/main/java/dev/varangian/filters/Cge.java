package dev.varangian.filters;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.spi.filter.Symmetry;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Comparative gradient elimination: keeps the n-f vectors of least Euclidean norm (Gupta, Liu,
 * Vaidya 2020, eq. 6-7).
 *
 * <p>Equation 7 adds the kept vectors, and Theorem 1 is about that sum. Every published code
 * averages them, as the filters do that the paper compares CGE with, and at the paper's step size
 * 0.1 the sum of ten agents does not learn MNIST even without a fault; so the mean is the default.
 *
 * <p>Resilience: Theorem 1 needs f/n &lt; lambda / (2 lambda + mu), which is at most 1/3.
 */
public final class Cge implements RowFilter {
  /** What becomes of the kept vectors. */
  public enum Normalise {
    /** Their mean. */
    MEAN,
    /** Their sum, as in eq. 7. */
    SUM
  }

  /** The parameters of {@code cge}. */
  public record Parameters(
      @Param(
              value =
                  "whether the kept vectors are averaged or added (eq. 7); at the paper's step size"
                      + " 0.1 their sum does not learn MNIST even without a fault",
              byDefault = "mean")
          Normalise normalise) {}

  private final Geometry geometry;
  private final Normalise normalise;

  @Inject
  Cge(Geometry geometry, Parameters parameters) {
    this.geometry = geometry;
    this.normalise = parameters.normalise();
  }

  @Override
  public Condition hardBound() {
    return new Condition("n > f", geometry.n() > geometry.f());
  }

  @Override
  public Condition resilience() {
    return new Condition("n > 3f", geometry.n() > 3L * geometry.f());
  }

  @Override
  public Set<Symmetry> symmetries() {
    return Set.of(Symmetry.PERMUTATION, Symmetry.SCALE);
  }

  @Override
  public Needs needs() {
    return Needs.SQUARED_NORMS;
  }

  @Override
  public double[] weights(Points points) {
    int kept = points.count() - geometry.f();
    double weight = normalise == Normalise.SUM ? 1 : 1.0 / kept;
    double[] weights = new double[points.count()];
    for (int i : Selection.smallest(kept, points.count(), points::squaredNorm)) {
      weights[i] = weight;
    }
    return weights;
  }
}
