package dev.varangian.tensor.kernels;

import java.util.Comparator;
import java.util.stream.IntStream;

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
      int cRow) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        float sum = 0;
        for (int k = 0; k < depth; k++) {
          sum = Math.fma(a[aOffset + i * aRow + k * aColumn], b[bOffset + k * bRow + j], sum);
        }
        c[cOffset + i * cRow + j] = sum;
      }
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
    float[] before = c.clone();
    int[] from = {b0, b1, b2, b3};
    int[] to = {c0, c1, c2, c3};
    for (int p = 0; p < 4; p++) {
      for (int r = 0; r < 5; r++) {
        for (int sample = 0; sample < 16; sample++) {
          int at = to[p] + r * 16 + sample;
          float sum = accumulate ? before[at] : 0;
          for (int t = 0; t < depth; t++) {
            sum = Math.fma(a[aOffset + t * 5 + r], b[from[p] + taps[t] + sample], sum);
          }
          c[at] = sum;
        }
      }
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
    for (int r = 0; r < 5; r++) {
      for (int t = 0; t < 5; t++) {
        for (int sample = 0; sample < 16; sample++) {
          float sum = 0;
          for (int q = 0; q < depth; q++) {
            sum =
                Math.fma(
                    a[aOffset + q * aStep + r * 16 + sample],
                    b[bOffset + steps[q] + t * 16 + sample],
                    sum);
          }
          c[cOffset + (r * 5 + t) * 16 + sample] = sum;
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
    for (int r = 0; r < rows; r++) {
      for (int sample = 0; sample < 16; sample++) {
        float greatest = 0;
        float place = -1;
        for (int p = 0; p < 4; p++) {
          float value = x[(p * 5 + r) * 16 + sample] + bias[biasOffset + r];
          if (value > greatest) {
            greatest = value;
            place = p;
          }
        }
        y[yOffset + r * 16 + sample] = greatest;
        places[placesOffset + r * 16 + sample] = place;
      }
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
    int[] starts = {to0, to1, to2, to3};
    for (int p = 0; p < 4; p++) {
      for (int i = 0; i < length; i++) {
        to[starts[p] + i] = places[placesOffset + i] == p ? from[fromOffset + i] : 0;
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
  public void squaredDistances(
      float[][] rows,
      int left,
      int right,
      int from,
      int to,
      double[] scratch,
      double[] out,
      int offset) {
    for (int i = 0; i < rows.length; i++) {
      for (int j = i + 1; j < rows.length; j++) {
        if (i / GROUP == left / GROUP && j / GROUP == right / GROUP) {
          out[offset + i * rows.length + j] = squaredDistance(rows[i], rows[j], from, to);
        }
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
        if (s / GROUP == left / GROUP && t / GROUP == right / GROUP) {
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
  public void fromSortable(int[] keys, int keysOffset, float[] x, int xOffset, int length) {
    for (int i = 0; i < length; i++) {
      int key = keys[keysOffset + i];
      x[xOffset + i] = Float.intBitsToFloat(key >= 0 ? key : key ^ 0x7fffffff);
    }
  }

  @Override
  public void order(int[] keys, int[] pairs) {
    for (int pair = 0; pair < pairs.length; pair += 2) {
      for (int i = 0; i < 64; i++) {
        int low = pairs[pair] * 64 + i;
        int high = pairs[pair + 1] * 64 + i;
        if (keys[low] > keys[high]) {
          int greater = keys[low];
          keys[low] = keys[high];
          keys[high] = greater;
        }
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
    for (int i = 0; i < length; i++) {
      int coordinate = from + i;
      double sum = 0;
      for (int place = rule.first(); place <= rule.last(); place++) {
        sum += sorted[place * 64 + i];
      }
      double centre = sum / (rule.last() - rule.first() + 1);
      double[] chosen =
          IntStream.range(0, rows.length)
              .boxed()
              .sorted(Comparator.comparingDouble(r -> Math.abs(rows[r][coordinate] - centre)))
              .limit(rule.count())
              .mapToDouble(r -> rows[r][coordinate])
              .sorted()
              .toArray();
      sum = 0;
      for (double value : chosen) {
        sum += value;
      }
      out[coordinate] = (float) (sum / rule.count());
      bounds[i] = (float) chosen[0];
      bounds[64 + i] = (float) chosen[chosen.length - 1];
    }
  }

  @Override
  public int countBetween(float[] x, int at, float[] bounds, int least, int greatest, int length) {
    int count = 0;
    for (int i = 0; i < length; i++) {
      if (x[at + i] >= bounds[least + i] && x[at + i] <= bounds[greatest + i]) {
        count++;
      }
    }
    return count;
  }
}
