package dev.varangian.tensor.kernels;

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
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final int FIXED_LANES = 16;
  private static final boolean MANY_REGISTERS = LANES == 16;

  private static final ScalarKernels SCALAR = new ScalarKernels();

  /** Each thread's working memory for sums in double, so that a round makes none. */
  private final ThreadLocal<double[]> sums =
      ThreadLocal.withInitial(
          () ->
              new double
                  [Math.max(WeightedSums.TILE, Math.max(Columns.TILE, VectorNearest.SCRATCH))]);

  VectorKernels() {
    if (LANES < 4
        || FIXED_LANES % LANES != 0
        || DoubleVector.SPECIES_PREFERRED.length() * 2 != LANES) {
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
    return Reductions.squaredNorm(x, from, to);
  }

  @Override
  public double squaredDistance(float[] x, float[] y, int from, int to) {
    return Reductions.squaredDistance(x, y, from, to);
  }

  @Override
  public double dot(float[] x, float[] y, int from, int to) {
    return Reductions.dot(x, y, from, to);
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
    PairwiseDistances.block(rows, left, right, from, to, scratch, out, offset);
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
    PairwiseDistances.blockOfSums(weights, rows, left, right, from, to, scratch, out, offset);
  }

  @Override
  public void combine(double[] weights, float[][] rows, float[] out, int from, int to) {
    new WeightedSums(weights, rows).write(out, from, to, sums.get());
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
  public void fromSortable(int[] keys, int keysOffset, float[] x, int xOffset, int length) {
    int whole = INTS.loopBound(length);
    for (int i = 0; i < whole; i += LANES) {
      IntVector bits = IntVector.fromArray(INTS, keys, keysOffset + i);
      bits.lanewise(VectorOperators.ASHR, 31)
          .and(Integer.MAX_VALUE)
          .lanewise(VectorOperators.XOR, bits)
          .reinterpretAsFloats()
          .intoArray(x, xOffset + i);
    }
    SCALAR.fromSortable(keys, keysOffset + whole, x, xOffset + whole, length - whole);
  }

  @Override
  public void order(int[] keys, int[] pairs) {
    Columns.order(keys, pairs);
  }

  @Override
  public void mean(float[] rows, int at, int stride, int count, int length, float[] out, int to) {
    int done = Columns.mean(rows, at, stride, count, length, out, to, sums.get());
    SCALAR.mean(rows, at + done, stride, count, length - done, out, to + done);
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
    VectorNearest.mean(rule, rows, from, length, sorted, out, bounds, sums.get());
  }

  @Override
  public int countBetween(float[] x, int at, float[] bounds, int least, int greatest, int length) {
    int whole = FLOATS.loopBound(length);
    return Columns.countBetween(x, at, bounds, least, greatest, whole)
        + SCALAR.countBetween(
            x, at + whole, bounds, least + whole, greatest + whole, length - whole);
  }
}
