package dev.varangian.tensor.kernels;

/** What each kernel computes, to the bit, written as {@link Kernels} says it. */
final class Definition implements Kernels {
  private static final int LANES = 16;
  private static final int COORDINATES = 4096;

  @Override
  public int lanes() {
    return 1;
  }

  @Override
  public void gemm(
      int rows,
      int columns,
      int depth,
      float[] a,
      int aOffset,
      int aRow,
      int aColumn,
      float[] b,
      int bOffset,
      int bRow,
      float[] c,
      int cOffset,
      int cRow,
      boolean accumulate) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        float sum = accumulate ? c[cOffset + i * cRow + j] : 0;
        for (int k = 0; k < depth; k++) {
          sum = Math.fma(a[aOffset + i * aRow + k * aColumn], b[bOffset + k * bRow + j], sum);
        }
        c[cOffset + i * cRow + j] = sum;
      }
    }
  }

  @Override
  public void maskPositive(
      float[] y, int yOffset, float[] from, int fromOffset, float[] to, int toOffset, int length) {
    for (int i = 0; i < length; i++) {
      boolean positive = y[yOffset + i] > 0 || Float.isNaN(y[yOffset + i]);
      to[toOffset + i] = positive ? from[fromOffset + i] : 0;
    }
  }

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
    for (int block = 0; block < x.length; block += COORDINATES) {
      double[] lanes = new double[LANES];
      for (int i = 0; i < COORDINATES && block + i < x.length; i++) {
        lanes[i % LANES] = Math.fma(x[block + i], y[block + i], lanes[i % LANES]);
      }
      sum += folded(lanes, 0, 1);
    }
    return sum;
  }

  /** Lane {@code i} once lanes {@code half} and more apart have been added to it. */
  private static double folded(double[] lanes, int i, int half) {
    return half == LANES
        ? lanes[i]
        : folded(lanes, i, 2 * half) + folded(lanes, i + half, 2 * half);
  }

  @Override
  public void combine(double[] weights, float[][] rows, float[] out, int from, int to) {
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

  @Override
  public void toSortable(float[] x, int xOffset, int[] keys, int keysOffset, int length) {
    for (int i = 0; i < length; i++) {
      int bits = Float.floatToRawIntBits(x[xOffset + i]);
      keys[keysOffset + i] = bits >= 0 ? bits : bits ^ 0x7fffffff;
    }
  }

  @Override
  public void order(int[] low, int[] high, int length) {
    for (int i = 0; i < length; i++) {
      if (low[i] > high[i]) {
        int greater = low[i];
        low[i] = high[i];
        high[i] = greater;
      }
    }
  }

  @Override
  public double squaredNormOfSum(double[] weights, float[][] rows, int from, int to) {
    double[] sums = new double[Math.max(0, to - from)];
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        if (weights[j] != 0) {
          sums[i] = Math.fma(weights[j], rows[j][from + i], sums[i]);
        }
      }
    }
    return sumOfProducts(sums, sums);
  }
}
