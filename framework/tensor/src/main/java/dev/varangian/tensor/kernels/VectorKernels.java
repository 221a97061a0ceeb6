package dev.varangian.tensor.kernels;

import java.util.Arrays;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels with the Vector API, at the width that the CPU prefers; no other float species may be
 * initialised beside it (on Java 17 a second one makes accumulators escape to the heap).
 */
final class VectorKernels implements Kernels {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final int HALF = DOUBLES.length();
  private static final int FIXED_LANES = 16;
  private static final boolean MANY_REGISTERS = LANES == 16;

  /** Sums of so many coordinates stay in the first-level cache while the rows go by. */
  private static final int TILE = 512;

  private static final ScalarKernels SCALAR = new ScalarKernels();

  VectorKernels() {
    if (LANES < 4 || FIXED_LANES % LANES != 0 || HALF * 2 != LANES) {
      throw new IllegalStateException("no kernels for vectors of " + LANES + " floats");
    }
  }

  @Override
  public int lanes() {
    return LANES;
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
    int done = 0;
    while (done < rows) {
      int height = height(rows, done);
      int row = Math.min(done, rows - height); // rows computed twice come out the same
      int aStart = aOffset + row * aRow;
      int cStart = cOffset + row * cRow;
      if (columns == FEW_COLUMNS) {
        few(height, depth, a, aStart, aRow, aColumn, b, bOffset, bRow, c, cStart, cRow);
      } else {
        many(height, columns, depth, a, aStart, aRow, aColumn, b, bOffset, bRow, c, cStart, cRow);
      }
      done = row + height;
    }
  }

  /** The rows of the next tile. */
  private static int height(int rows, int done) {
    int left = rows - done;
    if (MANY_REGISTERS && rows >= 8 && left > 4) {
      return 8;
    }
    return rows >= 4 && left > 1 ? 4 : 1;
  }

  private static void few(
      int height,
      int depth,
      float[] a,
      int aStart,
      int aRow,
      int aColumn,
      float[] b,
      int bOffset,
      int bRow,
      float[] c,
      int cStart,
      int cRow) {
    for (int column = 0; column < FEW_COLUMNS; column += LANES) {
      int bStart = bOffset + column;
      int to = cStart + column;
      if (height == 8) {
        Tiles.eightByOne(depth, a, aStart, aRow, aColumn, b, bStart, bRow, c, to, cRow);
      } else if (height == 4) {
        Tiles.fourByOne(depth, a, aStart, aRow, aColumn, b, bStart, bRow, c, to, cRow);
      } else {
        Tiles.oneByOne(depth, a, aStart, aColumn, b, bStart, bRow, c, to);
      }
    }
  }

  private static void many(
      int height,
      int columns,
      int depth,
      float[] a,
      int aStart,
      int aRow,
      int aColumn,
      float[] b,
      int bOffset,
      int bRow,
      float[] c,
      int cStart,
      int cRow) {
    for (int next = 0; next < columns; next += 3 * LANES) {
      int column = Math.min(next, columns - 3 * LANES);
      int bStart = bOffset + column;
      int to = cStart + column;
      if (height == 8) {
        Tiles.eightByThree(depth, a, aStart, aRow, aColumn, b, bStart, bRow, c, to, cRow);
      } else if (height == 4) {
        Tiles.fourByThree(depth, a, aStart, aRow, aColumn, b, bStart, bRow, c, to, cRow);
      } else {
        Tiles.oneByThree(depth, a, aStart, aColumn, b, bStart, bRow, c, to);
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
    ConvolutionTiles.convolve(
        depth, a, aOffset, b, taps, b0, b1, b2, b3, c, c0, c1, c2, c3, accumulate);
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
    ConvolutionTiles.correlate(depth, a, aOffset, aStep, b, bOffset, steps, c, cOffset);
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
    ConvolutionTiles.poolPositive(x, bias, biasOffset, rows, y, yOffset, places, placesOffset);
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
    ConvolutionTiles.route(places, placesOffset, from, fromOffset, to, to0, to1, to2, to3, length);
  }

  @Override
  public void maskPositive(
      float[] y, int yOffset, float[] from, int fromOffset, float[] to, int toOffset, int length) {
    int whole = FLOATS.loopBound(length);
    FloatVector zero = FloatVector.zero(FLOATS);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector.fromArray(FLOATS, from, fromOffset + i)
          .blend(
              zero, FloatVector.fromArray(FLOATS, y, yOffset + i).compare(VectorOperators.LE, zero))
          .intoArray(to, toOffset + i);
    }
    SCALAR.maskPositive(
        y, yOffset + whole, from, fromOffset + whole, to, toOffset + whole, length - whole);
  }

  @Override
  public double squaredNorm(float[] x, int from, int to) {
    double sum = 0;
    double[] lanes = new double[FIXED_LANES];
    for (int block = from; block < to; block += BLOCK) {
      int end = Math.min(to, block + BLOCK);
      int whole = block + (end - block) / FIXED_LANES * FIXED_LANES;
      for (int shift = 0; shift < FIXED_LANES; shift += LANES) {
        DoubleVector low = DoubleVector.zero(DOUBLES);
        DoubleVector high = DoubleVector.zero(DOUBLES);
        for (int i = block + shift; i < whole; i += FIXED_LANES) {
          FloatVector v = FloatVector.fromArray(FLOATS, x, i);
          DoubleVector a = doubles(v, 0);
          DoubleVector b = doubles(v, 1);
          low = a.fma(a, low);
          high = b.fma(b, high);
        }
        low.intoArray(lanes, shift);
        high.intoArray(lanes, shift + HALF);
      }
      for (int i = whole; i < end; i++) {
        double v = x[i];
        lanes[i - whole] = Math.fma(v, v, lanes[i - whole]);
      }
      sum += ScalarKernels.fold(lanes);
    }
    return sum;
  }

  @Override
  public double squaredDistance(float[] x, float[] y, int from, int to) {
    double sum = 0;
    double[] lanes = new double[FIXED_LANES];
    for (int block = from; block < to; block += BLOCK) {
      int end = Math.min(to, block + BLOCK);
      int whole = block + (end - block) / FIXED_LANES * FIXED_LANES;
      for (int shift = 0; shift < FIXED_LANES; shift += LANES) {
        DoubleVector low = DoubleVector.zero(DOUBLES);
        DoubleVector high = DoubleVector.zero(DOUBLES);
        for (int i = block + shift; i < whole; i += FIXED_LANES) {
          FloatVector v = FloatVector.fromArray(FLOATS, x, i);
          FloatVector w = FloatVector.fromArray(FLOATS, y, i);
          DoubleVector a = doubles(v, 0).sub(doubles(w, 0));
          DoubleVector b = doubles(v, 1).sub(doubles(w, 1));
          low = a.fma(a, low);
          high = b.fma(b, high);
        }
        low.intoArray(lanes, shift);
        high.intoArray(lanes, shift + HALF);
      }
      for (int i = whole; i < end; i++) {
        double v = (double) x[i] - y[i];
        lanes[i - whole] = Math.fma(v, v, lanes[i - whole]);
      }
      sum += ScalarKernels.fold(lanes);
    }
    return sum;
  }

  @Override
  public double dot(float[] x, float[] y, int from, int to) {
    double sum = 0;
    double[] lanes = new double[FIXED_LANES];
    for (int block = from; block < to; block += BLOCK) {
      int end = Math.min(to, block + BLOCK);
      int whole = block + (end - block) / FIXED_LANES * FIXED_LANES;
      for (int shift = 0; shift < FIXED_LANES; shift += LANES) {
        DoubleVector low = DoubleVector.zero(DOUBLES);
        DoubleVector high = DoubleVector.zero(DOUBLES);
        for (int i = block + shift; i < whole; i += FIXED_LANES) {
          FloatVector v = FloatVector.fromArray(FLOATS, x, i);
          FloatVector w = FloatVector.fromArray(FLOATS, y, i);
          low = doubles(v, 0).fma(doubles(w, 0), low);
          high = doubles(v, 1).fma(doubles(w, 1), high);
        }
        low.intoArray(lanes, shift);
        high.intoArray(lanes, shift + HALF);
      }
      for (int i = whole; i < end; i++) {
        lanes[i - whole] = Math.fma((double) x[i], y[i], lanes[i - whole]);
      }
      sum += ScalarKernels.fold(lanes);
    }
    return sum;
  }

  private static DoubleVector doubles(FloatVector v, int part) {
    return (DoubleVector) v.convertShape(VectorOperators.F2D, DOUBLES, part);
  }

  @Override
  public void combine(double[] weights, float[][] rows, float[] out, int from, int to) {
    int[] used = used(weights);
    double[] sums = new double[TILE];
    for (int start = from; start < to; start += TILE) {
      int length = Math.min(TILE, to - start);
      sum(weights, rows, used, start, sums, length);
      for (int i = 0; i < length; i++) {
        out[start + i] = (float) sums[i];
      }
    }
  }

  @Override
  public double squaredNormOfSum(double[] weights, float[][] rows, int from, int to) {
    int[] used = used(weights);
    double total = 0;
    double[] sums = new double[TILE];
    double[] lanes = new double[FIXED_LANES];
    for (int block = from; block < to; block += BLOCK) {
      Arrays.fill(lanes, 0);
      int end = Math.min(to, block + BLOCK);
      for (int start = block; start < end; start += TILE) {
        int length = Math.min(TILE, end - start);
        sum(weights, rows, used, start, sums, length);
        ScalarKernels.addSquares(sums, length, lanes);
      }
      total += ScalarKernels.fold(lanes);
    }
    return total;
  }

  /** The sums of one tile. */
  private static void sum(
      double[] weights, float[][] rows, int[] used, int start, double[] sums, int length) {
    Arrays.fill(sums, 0);
    int next = 0;
    for (; next + 4 <= used.length; next += 4) {
      addFour(weights, rows, used, next, start, sums, length);
    }
    for (; next < used.length; next++) {
      addOne(weights[used[next]], rows[used[next]], start, sums, length);
    }
  }

  private static int[] used(double[] weights) {
    return IntStream.range(0, weights.length).filter(j -> weights[j] != 0).toArray();
  }

  private static void addFour(
      double[] weights,
      float[][] rows,
      int[] used,
      int next,
      int start,
      double[] sums,
      int length) {
    float[] row0 = rows[used[next]];
    float[] row1 = rows[used[next + 1]];
    float[] row2 = rows[used[next + 2]];
    float[] row3 = rows[used[next + 3]];
    double weight0 = weights[used[next]];
    double weight1 = weights[used[next + 1]];
    double weight2 = weights[used[next + 2]];
    double weight3 = weights[used[next + 3]];
    DoubleVector w0 = DoubleVector.broadcast(DOUBLES, weight0);
    DoubleVector w1 = DoubleVector.broadcast(DOUBLES, weight1);
    DoubleVector w2 = DoubleVector.broadcast(DOUBLES, weight2);
    DoubleVector w3 = DoubleVector.broadcast(DOUBLES, weight3);
    int whole = FLOATS.loopBound(length);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector x0 = FloatVector.fromArray(FLOATS, row0, start + i);
      FloatVector x1 = FloatVector.fromArray(FLOATS, row1, start + i);
      FloatVector x2 = FloatVector.fromArray(FLOATS, row2, start + i);
      FloatVector x3 = FloatVector.fromArray(FLOATS, row3, start + i);
      DoubleVector low = DoubleVector.fromArray(DOUBLES, sums, i);
      DoubleVector high = DoubleVector.fromArray(DOUBLES, sums, i + HALF);
      low = w0.fma(doubles(x0, 0), low);
      high = w0.fma(doubles(x0, 1), high);
      low = w1.fma(doubles(x1, 0), low);
      high = w1.fma(doubles(x1, 1), high);
      low = w2.fma(doubles(x2, 0), low);
      high = w2.fma(doubles(x2, 1), high);
      w3.fma(doubles(x3, 0), low).intoArray(sums, i);
      w3.fma(doubles(x3, 1), high).intoArray(sums, i + HALF);
    }
    for (int i = whole; i < length; i++) {
      double sum = Math.fma(weight0, row0[start + i], sums[i]);
      sum = Math.fma(weight1, row1[start + i], sum);
      sum = Math.fma(weight2, row2[start + i], sum);
      sums[i] = Math.fma(weight3, row3[start + i], sum);
    }
  }

  private static void addOne(double weight, float[] row, int start, double[] sums, int length) {
    DoubleVector w = DoubleVector.broadcast(DOUBLES, weight);
    int whole = FLOATS.loopBound(length);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOATS, row, start + i);
      DoubleVector low = DoubleVector.fromArray(DOUBLES, sums, i);
      DoubleVector high = DoubleVector.fromArray(DOUBLES, sums, i + HALF);
      w.fma(doubles(x, 0), low).intoArray(sums, i);
      w.fma(doubles(x, 1), high).intoArray(sums, i + HALF);
    }
    for (int i = whole; i < length; i++) {
      sums[i] = Math.fma(weight, row[start + i], sums[i]);
    }
  }

  @Override
  public void toSortable(float[] x, int xOffset, int[] keys, int keysOffset, int length) {
    int whole = FLOATS.loopBound(length);
    for (int i = 0; i < whole; i += LANES) {
      IntVector bits = FloatVector.fromArray(FLOATS, x, xOffset + i).reinterpretAsInts();
      bits.lanewise(VectorOperators.ASHR, 31)
          .and(Integer.MAX_VALUE)
          .lanewise(VectorOperators.XOR, bits)
          .intoArray(keys, keysOffset + i);
    }
    SCALAR.toSortable(x, xOffset + whole, keys, keysOffset + whole, length - whole);
  }

  @Override
  public void order(int[] low, int[] high, int length) {
    int whole = INTS.loopBound(length);
    for (int i = 0; i < whole; i += LANES) {
      IntVector a = IntVector.fromArray(INTS, low, i);
      IntVector b = IntVector.fromArray(INTS, high, i);
      a.min(b).intoArray(low, i);
      a.max(b).intoArray(high, i);
    }
    ScalarKernels.order(low, high, whole, length);
  }
}
