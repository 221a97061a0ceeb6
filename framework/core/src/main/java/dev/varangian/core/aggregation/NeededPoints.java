package dev.varangian.core.aggregation;

import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter.Needs;
import org.jspecify.annotations.Nullable;

/** Points of which only what was declared to be needed is computed, each once. */
abstract class NeededPoints implements Points {
  private final int round;
  private final Needs needs;
  private final double[][] distances;
  private double @Nullable [] norms;

  /**
   * @param distances the squared distances of all pairs, where they are needed
   * @param norms the squared norms, where they are known; else null
   */
  NeededPoints(int round, Needs needs, double[][] distances, double @Nullable [] norms) {
    this.round = round;
    this.needs = needs;
    this.distances = distances;
    this.norms = norms;
  }

  @Override
  public final int round() {
    return round;
  }

  /** Computes all squared norms. */
  abstract double[] norms();

  @Override
  public final double squaredNorm(int i) {
    if (needs == Needs.NOTHING) {
      throw new IllegalStateException("a rule that needs NOTHING asked for a norm");
    }
    if (norms == null) {
      norms = norms(); // not before one is asked for: few who need distances do
    }
    return norms[i];
  }

  @Override
  public final double squaredDistance(int i, int j) {
    if (needs != Needs.SQUARED_DISTANCES) {
      throw new IllegalStateException("a rule that needs " + needs + " asked for a distance");
    }
    return distances[i][j];
  }
}
