package dev.varangian.tensor.kernels.reduction;

import java.util.Arrays;

/** Plain loops. */
public final class ScalarReductionKernels implements ReductionKernels {

  @Override
  public double squaredNorm(float[] x, int from, int to) {
    return dot(x, x, from, to);
  }

  @Override
  public double squaredDistance(float[] x, float[] y, int from, int to) {
    double sum = 0;
    double[] parts = new double[PARTIAL_SUMS];
    for (int block = from; block < to; block += BLOCK) {
      int end = Math.min(to, block + BLOCK);
      Arrays.fill(parts, 0);
      for (int i = block; i < end; i++) {
        double v = (double) x[i] - y[i];
        int part = (i - block) % PARTIAL_SUMS;
        parts[part] = Math.fma(v, v, parts[part]);
      }
      sum += fold(parts);
    }
    return sum;
  }

  @Override
  public double dot(float[] x, float[] y, int from, int to) {
    double sum = 0;
    double[] parts = new double[PARTIAL_SUMS];
    for (int block = from; block < to; block += BLOCK) {
      int end = Math.min(to, block + BLOCK);
      Arrays.fill(parts, 0);
      for (int i = block; i < end; i++) {
        int part = (i - block) % PARTIAL_SUMS;
        parts[part] = Math.fma((double) x[i], y[i], parts[part]);
      }
      sum += fold(parts);
    }
    return sum;
  }

  @Override
  public void squaredDistances(
      float[][] rows, PairBlock part, double[] scratch, double[] out, int offset) {
    int n = rows.length;
    for (int i = part.left(); i < part.leftEnd(n); i++) {
      for (int j = part.firstPartner(i); j < part.rightEnd(n); j++) {
        out[offset + i * n + j] = squaredDistance(rows[i], rows[j], part.from(), part.to());
      }
    }
  }

  @Override
  public void squaredDistancesOfSums(
      double[][] weights,
      float[][] rows,
      PairBlock part,
      double[] scratch,
      double[] out,
      int offset) {
    int m = weights.length;
    int from = part.from();
    double[] first = new double[part.to() - from];
    double[] second = new double[part.to() - from];
    double[] parts = new double[PARTIAL_SUMS];
    for (int s = part.left(); s < part.leftEnd(m); s++) {
      sum(weights[s], rows, from, first);
      for (int t = part.firstPartner(s); t < part.rightEnd(m); t++) {
        sum(weights[t], rows, from, second);
        Arrays.fill(parts, 0);
        for (int i = 0; i < first.length; i++) {
          double difference = first[i] - second[i];
          int index = i % PARTIAL_SUMS;
          parts[index] = Math.fma(difference, difference, parts[index]);
        }
        out[offset + s * m + t] = fold(parts);
      }
    }
  }

  private static void sum(double[] weights, float[][] rows, int from, double[] sums) {
    Arrays.fill(sums, 0);
    for (int j = 0; j < weights.length; j++) {
      if (weights[j] != 0) {
        addScaled(weights[j], rows[j], from, sums, sums.length);
      }
    }
  }

  /** Adds the upper half to the lower half until one number is left; overwrites its argument. */
  static double fold(double[] parts) {
    for (int half = PARTIAL_SUMS / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) {
        parts[i] += parts[i + half];
      }
    }
    return parts[0];
  }

  @Override
  public void weightedSum(double[] weights, float[][] rows, float[] out, int from, int to) {
    double[] sums = new double[Math.min(BLOCK, Math.max(0, to - from))];
    for (int block = from; block < to; block += BLOCK) {
      int length = Math.min(to - block, BLOCK);
      Arrays.fill(sums, 0, length, 0);
      for (int j = 0; j < weights.length; j++) {
        if (weights[j] != 0) {
          addScaled(weights[j], rows[j], block, sums, length);
        }
      }
      for (int i = 0; i < length; i++) {
        out[block + i] = (float) sums[i];
      }
    }
  }

  private static void addScaled(double weight, float[] row, int offset, double[] sums, int length) {
    for (int i = 0; i < length; i++) {
      sums[i] = Math.fma(weight, row[offset + i], sums[i]);
    }
  }
}
