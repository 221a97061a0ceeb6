package dev.varangian.filters;

import dev.varangian.spi.filter.Points;

/** Norms and distances of points, each computed by a plain sum in double. */
record PlainPoints(double[][] rows) implements Points {

  static PlainPoints of(float[][] rows) {
    double[][] exact = new double[rows.length][rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        exact[i][j] = rows[i][j];
      }
    }
    return new PlainPoints(exact);
  }

  @Override
  public int round() {
    return 1;
  }

  @Override
  public int indexOf(dev.varangian.spi.filter.Reference reference) {
    throw new IllegalArgumentException("no references");
  }

  @Override
  public double innerProduct(int i, int j) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int count() {
    return rows.length;
  }

  @Override
  public double squaredNorm(int i) {
    return squaredDistance(rows[i], new double[rows[i].length]);
  }

  @Override
  public double squaredDistance(int i, int j) {
    return squaredDistance(rows[i], rows[j]);
  }

  @Override
  public double[][] squaredDistancesOfSums(double[][] weights) {
    double[][] sums = new double[weights.length][rows[0].length];
    for (int s = 0; s < sums.length; s++) {
      for (int i = 0; i < rows.length; i++) {
        for (int j = 0; j < rows[i].length; j++) {
          sums[s][j] += weights[s][i] * rows[i][j];
        }
      }
    }
    double[][] squared = new double[sums.length][sums.length];
    for (int a = 0; a < sums.length; a++) {
      for (int b = 0; b < sums.length; b++) {
        squared[a][b] = squaredDistance(sums[a], sums[b]);
      }
    }
    return squared;
  }

  static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return sum;
  }
}
