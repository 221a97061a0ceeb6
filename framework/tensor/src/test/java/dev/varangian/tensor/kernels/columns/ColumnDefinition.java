package dev.varangian.tensor.kernels.columns;

import java.util.Comparator;
import java.util.stream.IntStream;

/** What each kernel computes, to the bit, written as {@link ColumnKernels} defines it. */
final class ColumnDefinition implements ColumnKernels {

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
  public void compareExchange(int[] keys, int[] pairs) {
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
  public void mean(StackedRows rows, int length, float[] out, int to) {
    for (int i = 0; i < length; i++) {
      double sum = 0;
      for (int row = 0; row < rows.count(); row++) {
        sum += rows.values()[rows.offset() + row * rows.stride() + i];
      }
      out[to + i] = (float) (sum / rows.count());
    }
  }

  @Override
  public void meanOfNearest(Nearest nearest, float[][] rows, int from, int length, float[] out) {
    Bounds bounds = nearest.bounds();
    for (int i = 0; i < length; i++) {
      int coordinate = from + i;
      double sum = 0;
      for (int place = nearest.first(); place <= nearest.last(); place++) {
        sum += nearest.sorted()[place * 64 + i];
      }
      double centre = sum / (nearest.last() - nearest.first() + 1);
      double[] chosen =
          IntStream.range(0, rows.length)
              .boxed()
              .sorted(Comparator.comparingDouble(r -> Math.abs(rows[r][coordinate] - centre)))
              .limit(nearest.count())
              .mapToDouble(r -> rows[r][coordinate])
              .sorted()
              .toArray();
      sum = 0;
      for (double value : chosen) {
        sum += value;
      }
      out[coordinate] = (float) (sum / nearest.count());
      bounds.values()[bounds.least() + i] = (float) chosen[0];
      bounds.values()[bounds.greatest() + i] = (float) chosen[chosen.length - 1];
    }
  }

  @Override
  public int countBetween(float[] x, int at, Bounds bounds, int length) {
    int count = 0;
    for (int i = 0; i < length; i++) {
      float least = bounds.values()[bounds.least() + i];
      float greatest = bounds.values()[bounds.greatest() + i];
      if (x[at + i] >= least && x[at + i] <= greatest) {
        count++;
      }
    }
    return count;
  }
}
