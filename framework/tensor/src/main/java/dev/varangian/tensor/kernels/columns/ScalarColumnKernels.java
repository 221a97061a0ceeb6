package dev.varangian.tensor.kernels.columns;

/** Plain loops. */
public final class ScalarColumnKernels implements ColumnKernels {

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
  public void compareExchange(int[] keys, int[] pairs) {
    for (int pair = 0; pair < pairs.length; pair += 2) {
      int low = pairs[pair] * COLUMNS;
      int high = pairs[pair + 1] * COLUMNS;
      for (int i = 0; i < COLUMNS; i++) {
        int a = keys[low + i];
        int b = keys[high + i];
        keys[low + i] = Math.min(a, b);
        keys[high + i] = Math.max(a, b);
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
    for (int column = 0; column < length; column++) {
      ScalarNearest.mean(nearest, rows, from + column, column, out);
    }
  }

  @Override
  public int countBetween(float[] x, int at, Bounds bounds, int length) {
    int count = 0;
    for (int i = 0; i < length; i++) {
      float least = bounds.values()[bounds.least() + i];
      float greatest = bounds.values()[bounds.greatest() + i];
      count += least <= x[at + i] && x[at + i] <= greatest ? 1 : 0;
    }
    return count;
  }
}
