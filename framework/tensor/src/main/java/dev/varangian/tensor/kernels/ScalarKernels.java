package dev.varangian.tensor.kernels;

import java.util.Arrays;

/** The plain loops: the reference for the vector kernels, and their stand-in. */
final class ScalarKernels implements Kernels {
  private static final int LANES = 16;

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
      int cRow) {
    for (int i = 0; i < rows; i++) {
      int cStart = cOffset + i * cRow;
      Arrays.fill(c, cStart, cStart + columns, 0);
      for (int k = 0; k < depth; k++) {
        addScaled(a[aOffset + i * aRow + k * aColumn], b, bOffset + k * bRow, c, cStart, columns);
      }
    }
  }

  private static void addScaled(
      float factor, float[] b, int bOffset, float[] c, int cOffset, int length) {
    for (int j = 0; j < length; j++) {
      c[cOffset + j] = Math.fma(factor, b[bOffset + j], c[cOffset + j]);
    }
  }

  @Override
  public void convolve(
      int depth,
      float[] a,
      int aOffset,
      float[] b,
      int[] taps,
      int b0,
      int b1,
      int b2,
      int b3,
      float[] c,
      int c0,
      int c1,
      int c2,
      int c3,
      boolean accumulate) {
    convolve(depth, a, aOffset, b, taps, b0, c, c0, accumulate);
    if (c1 != c0) {
      convolve(depth, a, aOffset, b, taps, b1, c, c1, accumulate);
    }
    if (c2 != c1) {
      convolve(depth, a, aOffset, b, taps, b2, c, c2, accumulate);
    }
    if (c3 != c2) {
      convolve(depth, a, aOffset, b, taps, b3, c, c3, accumulate);
    }
  }

  @Override
  public void correlate(
      int depth,
      float[] a,
      int aOffset,
      int aStep,
      float[] b,
      int bOffset,
      int[] steps,
      float[] c,
      int cOffset) {
    Arrays.fill(c, cOffset, cOffset + TILE * TILE * SAMPLES, 0);
    for (int q = 0; q < depth; q++) {
      for (int r = 0; r < TILE; r++) {
        for (int t = 0; t < TILE; t++) {
          addProducts(
              a,
              aOffset + q * aStep + r * SAMPLES,
              b,
              bOffset + steps[q] + t * SAMPLES,
              c,
              cOffset + (r * TILE + t) * SAMPLES);
        }
      }
    }
  }

  @Override
  public void poolPositive(
      float[] x,
      float[] bias,
      int biasOffset,
      int rows,
      float[] y,
      int yOffset,
      float[] places,
      int placesOffset) {
    int place = TILE * SAMPLES;
    for (int i = 0; i < rows * SAMPLES; i++) {
      float shift = bias[biasOffset + i / SAMPLES];
      float greatest = 0;
      for (int p = 0; p < 4; p++) {
        greatest = Math.max(greatest, x[p * place + i] + shift);
      }
      y[yOffset + i] = greatest;
      int first = greatest <= 0 ? -1 : 0;
      while (first >= 0 && first < 3 && x[first * place + i] + shift != greatest) {
        first++;
      }
      places[placesOffset + i] = first;
    }
  }

  @Override
  public void route(
      float[] places,
      int placesOffset,
      float[] from,
      int fromOffset,
      float[] to,
      int to0,
      int to1,
      int to2,
      int to3,
      int length) {
    for (int i = 0; i < length; i++) {
      float place = places[placesOffset + i];
      float value = from[fromOffset + i];
      to[to0 + i] = place == 0 ? value : 0;
      to[to1 + i] = place == 1 ? value : 0;
      to[to2 + i] = place == 2 ? value : 0;
      to[to3 + i] = place == 3 ? value : 0;
    }
  }

  private static void convolve(
      int depth,
      float[] a,
      int aOffset,
      float[] b,
      int[] taps,
      int bOffset,
      float[] c,
      int cOffset,
      boolean accumulate) {
    if (!accumulate) {
      Arrays.fill(c, cOffset, cOffset + TILE * SAMPLES, 0);
    }
    for (int t = 0; t < depth; t++) {
      for (int r = 0; r < TILE; r++) {
        addScaled(
            a[aOffset + t * TILE + r], b, bOffset + taps[t], c, cOffset + r * SAMPLES, SAMPLES);
      }
    }
  }

  private static void addProducts(
      float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset) {
    for (int i = 0; i < SAMPLES; i++) {
      c[cOffset + i] = Math.fma(a[aOffset + i], b[bOffset + i], c[cOffset + i]);
    }
  }

  @Override
  public void maskPositive(
      float[] y, int yOffset, float[] from, int fromOffset, float[] to, int toOffset, int length) {
    for (int i = 0; i < length; i++) {
      to[toOffset + i] = y[yOffset + i] <= 0 ? 0 : from[fromOffset + i];
    }
  }

  @Override
  public double squaredNorm(float[] x, int from, int to) {
    return dot(x, x, from, to);
  }

  @Override
  public double squaredDistance(float[] x, float[] y, int from, int to) {
    double sum = 0;
    double[] lanes = new double[LANES];
    for (int block = from; block < to; block += BLOCK) {
      int end = Math.min(to, block + BLOCK);
      Arrays.fill(lanes, 0);
      for (int i = block; i < end; i++) {
        double v = (double) x[i] - y[i];
        int lane = (i - block) % LANES;
        lanes[lane] = Math.fma(v, v, lanes[lane]);
      }
      sum += fold(lanes);
    }
    return sum;
  }

  @Override
  public double dot(float[] x, float[] y, int from, int to) {
    double sum = 0;
    double[] lanes = new double[LANES];
    for (int block = from; block < to; block += BLOCK) {
      int end = Math.min(to, block + BLOCK);
      Arrays.fill(lanes, 0);
      for (int i = block; i < end; i++) {
        int lane = (i - block) % LANES;
        lanes[lane] = Math.fma((double) x[i], y[i], lanes[lane]);
      }
      sum += fold(lanes);
    }
    return sum;
  }

  @Override
  public void squaredDistances(
      float[][] rows,
      int left,
      int right,
      int from,
      int to,
      double[] scratch,
      double[] out,
      int offset) {
    int n = rows.length;
    for (int i = left; i < Math.min(n, left + GROUP); i++) {
      for (int j = Math.max(i + 1, right); j < Math.min(n, right + GROUP); j++) {
        out[offset + i * n + j] = squaredDistance(rows[i], rows[j], from, to);
      }
    }
  }

  @Override
  public void squaredDistancesOfSums(
      double[][] weights,
      float[][] rows,
      int left,
      int right,
      int from,
      int to,
      double[] scratch,
      double[] out,
      int offset) {
    int m = weights.length;
    double[] first = new double[to - from];
    double[] second = new double[to - from];
    double[] lanes = new double[LANES];
    for (int s = left; s < Math.min(m, left + GROUP); s++) {
      sum(weights[s], rows, from, first);
      for (int t = Math.max(s + 1, right); t < Math.min(m, right + GROUP); t++) {
        sum(weights[t], rows, from, second);
        Arrays.fill(lanes, 0);
        for (int i = 0; i < first.length; i++) {
          double difference = first[i] - second[i];
          int lane = i % LANES;
          lanes[lane] = Math.fma(difference, difference, lanes[lane]);
        }
        out[offset + s * m + t] = fold(lanes);
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

  /** Adds the upper half to the lower one until one lane is left; destroys its argument. */
  static double fold(double[] lanes) {
    for (int half = LANES / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) {
        lanes[i] += lanes[i + half];
      }
    }
    return lanes[0];
  }

  @Override
  public void combine(double[] weights, float[][] rows, float[] out, int from, int to) {
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

  @Override
  public void toSortable(float[] x, int xOffset, int[] keys, int keysOffset, int length) {
    for (int i = 0; i < length; i++) {
      int bits = Float.floatToRawIntBits(x[xOffset + i]);
      keys[keysOffset + i] = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }
  }

  @Override
  public void fromSortable(int[] keys, int keysOffset, float[] x, int xOffset, int length) {
    for (int i = 0; i < length; i++) {
      int key = keys[keysOffset + i];
      x[xOffset + i] = Float.intBitsToFloat(key ^ ((key >> 31) & Integer.MAX_VALUE));
    }
  }

  @Override
  public void order(int[] keys, int[] pairs) {
    for (int pair = 0; pair < pairs.length; pair += 2) {
      int low = pairs[pair] * KEYS;
      int high = pairs[pair + 1] * KEYS;
      for (int i = 0; i < KEYS; i++) {
        int a = keys[low + i];
        int b = keys[high + i];
        keys[low + i] = Math.min(a, b);
        keys[high + i] = Math.max(a, b);
      }
    }
  }

  @Override
  public void mean(float[] rows, int at, int stride, int count, int length, float[] out, int to) {
    for (int i = 0; i < length; i++) {
      double sum = 0;
      for (int j = 0; j < count; j++) {
        sum += rows[at + j * stride + i];
      }
      out[to + i] = (float) (sum / count);
    }
  }

  @Override
  public void meanOfNearest(
      Nearest rule,
      float[][] rows,
      int from,
      int length,
      float[] sorted,
      float[] out,
      float[] bounds) {
    for (int column = 0; column < length; column++) {
      ScalarNearest.mean(rule, rows, from + column, sorted, column, out, bounds);
    }
  }

  @Override
  public int countBetween(float[] x, int at, float[] bounds, int least, int greatest, int length) {
    int count = 0;
    for (int i = 0; i < length; i++) {
      float value = x[at + i];
      count += bounds[least + i] <= value && value <= bounds[greatest + i] ? 1 : 0;
    }
    return count;
  }
}
