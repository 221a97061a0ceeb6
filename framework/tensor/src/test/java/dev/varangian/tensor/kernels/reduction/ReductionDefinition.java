package dev.varangian.tensor.kernels.reduction;

/** What each kernel computes, to the bit, written as {@link ReductionKernels} defines it. */
final class ReductionDefinition implements ReductionKernels {

  @Override
  public double squaredNorm(float[] x, int from, int to) {
    return dot(x, x, from, to);
  }

  @Override
  public double squaredDistance(float[] x, float[] y, int from, int to) {
    double[] differences = new double[Math.max(0, to - from)];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = (double) x[from + i] - (double) y[from + i];
    }
    return sumOfProducts(differences, differences);
  }

  @Override
  public void squaredDistances(
      float[][] rows, PairBlock part, double[] scratch, double[] out, int offset) {
    for (int i = 0; i < rows.length; i++) {
      for (int j = i + 1; j < rows.length; j++) {
        if (i / 36 == part.left() / 36 && j / 36 == part.right() / 36) {
          out[offset + i * rows.length + j] =
              squaredDistance(rows[i], rows[j], part.from(), part.to());
        }
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
    int to = part.to();
    double[][] sums = new double[m][to - from];
    for (int s = 0; s < m; s++) {
      for (int i = 0; i < to - from; i++) {
        for (int j = 0; j < rows.length; j++) {
          if (weights[s][j] != 0) {
            sums[s][i] = Math.fma(weights[s][j], rows[j][from + i], sums[s][i]);
          }
        }
      }
    }
    for (int s = 0; s < m; s++) {
      for (int t = s + 1; t < m; t++) {
        if (s / 36 == part.left() / 36 && t / 36 == part.right() / 36) {
          double[] differences = new double[to - from];
          for (int i = 0; i < differences.length; i++) {
            differences[i] = sums[s][i] - sums[t][i];
          }
          out[offset + s * m + t] = sumOfProducts(differences, differences);
        }
      }
    }
  }

  @Override
  public double dot(float[] x, float[] y, int from, int to) {
    double[] left = new double[Math.max(0, to - from)];
    double[] right = new double[left.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = x[from + i];
      right[i] = y[from + i];
    }
    return sumOfProducts(left, right);
  }

  private static double sumOfProducts(double[] x, double[] y) {
    double sum = 0;
    for (int block = 0; block < x.length; block += 4096) {
      double[] parts = new double[16];
      for (int i = 0; i < 4096 && block + i < x.length; i++) {
        parts[i % 16] = Math.fma(x[block + i], y[block + i], parts[i % 16]);
      }
      sum += folded(parts, 0, 1);
    }
    return sum;
  }

  /** Partial sum {@code i} after those at distances {@code half} and more were added to it. */
  private static double folded(double[] parts, int i, int half) {
    return half == 16 ? parts[i] : folded(parts, i, 2 * half) + folded(parts, i + half, 2 * half);
  }

  @Override
  public void weightedSum(double[] weights, float[][] rows, float[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      double sum = 0;
      for (int j = 0; j < weights.length; j++) {
        if (weights[j] != 0) {
          sum = Math.fma(weights[j], rows[j][i], sum);
        }
      }
      out[i] = (float) sum;
    }
  }
}
