package dev.varangian.conformance.filter.trial;

import dev.varangian.conformance.check.Lease;
import dev.varangian.spi.filter.Points;

/** Norms and distances by their formulas, computed on request. */
public final class NaivePoints implements Points {
  private final int round;
  private final float[][] rows;
  private final Lease lease;

  /**
   * @param lease the lease under which they may be read
   */
  public NaivePoints(int round, float[][] rows, Lease lease) {
    this.round = round;
    this.rows = rows;
    this.lease = lease;
  }

  @Override
  public int round() {
    return round;
  }

  @Override
  public int count() {
    return rows.length;
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
      for (int i = 0; i < rows.length; i++) {
        difference += (one[i] - other[i]) * rows[i][k];
      }
      sum += difference * difference;
    }
    return sum;
  }
}
