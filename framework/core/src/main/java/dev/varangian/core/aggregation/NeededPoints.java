package dev.varangian.core.aggregation;

import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.Reference;
import dev.varangian.spi.filter.RowFilter.Needs;
import org.jspecify.annotations.Nullable;

/** Points of which only what was declared to be needed is computed, each once. */
abstract class NeededPoints implements Points {
  private final int round;
  private final Needs needs;
  private final double[][] distances;
  private final ReferenceRows references;
  private double @Nullable [] norms;

  /**
   * @param distances the squared distances of all pairs, where they are needed
   * @param norms the squared norms, where they are known; else null
   */
  NeededPoints(
      int round,
      Needs needs,
      double[][] distances,
      ReferenceRows references,
      double @Nullable [] norms) {
    this.round = round;
    this.needs = needs;
    this.distances = distances;
    this.references = references;
    this.norms = norms;
  }

  @Override
  public final int round() {
    return round;
  }

  /** Computes all squared norms, those of references too. */
  abstract double[] norms();

  /** Computes one squared distance. */
  abstract double distance(int i, int j);

  /** Computes one inner product. */
  abstract double product(int i, int j);

  @Override
  public final int indexOf(Reference reference) {
    return count() + references.indexOf(reference);
  }

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
    if (needs == Needs.SQUARED_DISTANCES) {
      return distances[i][j];
    }
    requireReference(i, j, "distance");
    return distance(i, j);
  }

  @Override
  public final double innerProduct(int i, int j) {
    if (needs != Needs.SQUARED_DISTANCES) {
      requireReference(i, j, "inner product");
    }
    return product(i, j);
  }

  private void requireReference(int i, int j, String what) {
    if (needs != Needs.REFERENCE_DISTANCES || Math.max(i, j) < count()) {
      throw new IllegalStateException(
          "a rule that needs "
              + needs
              + " asked for the "
              + what
              + " of the points "
              + i
              + " and "
              + j);
    }
  }
}
