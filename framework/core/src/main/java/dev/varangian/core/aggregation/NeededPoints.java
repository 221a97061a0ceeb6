package dev.varangian.core.aggregation;

import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.Reference;
import dev.varangian.spi.filter.RowFilter.Needs;
import org.jspecify.annotations.Nullable;

/** Points that compute only the quantities declared to be needed, each once. */
abstract class NeededPoints implements Points {
  private final int round;
  private final Needs needs;
  private final double[][] distances;
  private final ReferenceRows references;
  private double @Nullable [] norms;

  /**
   * @param distances the squared distances of all pairs, if needed
   * @param norms the squared norms if known, otherwise null
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

  /** Computes all squared norms, including those of references. */
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
      norms = norms(); // on request: few rules that need distances also need norms
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
