package dev.varangian.conformance.filter.trial;

import dev.varangian.conformance.check.Lease;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.Reference;
import java.util.Arrays;
import java.util.List;

/**
 * Norms, distances and inner products by their formulas, computed on request. References are the
 * zero vector, as they are in a first round.
 */
public final class NaivePoints implements Points {
  private final int round;
  private final float[][] rows;
  private final List<Reference> references;
  private final Lease lease;

  /**
   * @param lease the lease under which they may be read
   */
  public NaivePoints(int round, float[][] rows, List<Reference> references, Lease lease) {
    this.round = round;
    this.references = references;
    this.rows = Arrays.copyOf(rows, rows.length + references.size());
    Arrays.fill(this.rows, rows.length, this.rows.length, new float[rows[0].length]);
    this.lease = lease;
  }

  @Override
  public int round() {
    return round;
  }

  @Override
  public int count() {
    return rows.length - references.size();
  }

  @Override
  public int indexOf(Reference reference) {
    int index = references.indexOf(reference);
    if (index < 0) {
      throw new IllegalArgumentException("the filter declares " + references);
    }
    return rows.length - references.size() + index;
  }

  @Override
  public double innerProduct(int i, int j) {
    lease.require();
    double sum = 0;
    for (int k = 0; k < rows[i].length; k++) {
      sum += (double) rows[i][k] * rows[j][k];
    }
    lease.pause();
    return sum;
  }

  @Override
  public double squaredNorm(int i) {
    lease.require();
    double sum = 0;
    for (float value : rows[i]) {
      sum += (double) value * value;
    }
    lease.pause();
    return sum;
  }

  @Override
  public double squaredDistance(int i, int j) {
    lease.require();
    double sum = 0;
    for (int k = 0; k < rows[i].length; k++) {
      double difference = (double) rows[i][k] - rows[j][k];
      sum += difference * difference;
    }
    lease.pause();
    return sum;
  }

  @Override
  public double[][] squaredDistancesOfSums(double[][] weights) {
    lease.require();
    double[][] distances = new double[weights.length][weights.length];
    for (int s = 0; s < weights.length; s++) {
      for (int t = 0; t < s; t++) {
        distances[s][t] = squaredDistanceOfSums(weights[s], weights[t]);
        distances[t][s] = distances[s][t];
      }
    }
    lease.pause();
    return distances;
  }

  private double squaredDistanceOfSums(double[] one, double[] other) {
    double sum = 0;
    for (int k = 0; k < rows[0].length; k++) {
      double difference = 0;
      for (int i = 0; i < one.length; i++) {
        difference += (one[i] - other[i]) * rows[i][k];
      }
      sum += difference * difference;
    }
    return sum;
  }
}
