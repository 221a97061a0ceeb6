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
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final int HALF = DOUBLES.length();
  private static final int PAIR = 2 * LANES;
  private static final int FIXED_LANES = 16;
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
  public int fastColumns() {
    return PAIR;
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
    if (columns < PAIR || (accumulate && columns % PAIR != 0)) {
      SCALAR.gemm(
          rows,
          columns,
          depth,
          a,
          aOffset,
          aRow,
          aColumn,
          b,
          bOffset,
          bRow,
          c,
          cOffset,
          cRow,
          accumulate);
      return;
    }
    for (int next = 0; next < columns; next += PAIR) {
      int column = Math.min(next, columns - PAIR);
      int bStart = bOffset + column;
      int cStart = cOffset + column;
      int row = 0;
      for (; rows - row >= 6 && rows - row != 8; row += 6) {
        Tiles.six(
            depth,
            a,
            aOffset + row * aRow,
            aRow,
            aColumn,
            b,
            bStart,
            bRow,
            c,
            cStart + row * cRow,
            cRow,
            accumulate);
      }
      for (; rows - row >= 4; row += 4) {
        Tiles.four(
            depth,
            a,
            aOffset + row * aRow,
            aRow,
            aColumn,
            b,
            bStart,
            bRow,
            c,
            cStart + row * cRow,
            cRow,
            accumulate);
      }
      for (; row < rows; row++) {
        Tiles.one(
            depth,
            a,
            aOffset + row * aRow,
            aColumn,
            b,
            bStart,
            bRow,
            c,
            cStart + row * cRow,
            accumulate);
      }
    }
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
    int whole = from + FLOATS.loopBound(to - from);
    for (int i = from; i < whole; i += LANES) {
      DoubleVector low = DoubleVector.zero(DOUBLES);
      DoubleVector high = DoubleVector.zero(DOUBLES);
      for (int j = 0; j < weights.length; j++) {
        if (weights[j] != 0) {
          FloatVector v = FloatVector.fromArray(FLOATS, rows[j], i);
          DoubleVector weight = DoubleVector.broadcast(DOUBLES, weights[j]);
          low = weight.fma(doubles(v, 0), low);
          high = weight.fma(doubles(v, 1), high);
        }
      }
      IntVector lowBits = low.convertShape(VectorOperators.D2F, FLOATS, 0).reinterpretAsInts();
      IntVector highBits = high.convertShape(VectorOperators.D2F, FLOATS, -1).reinterpretAsInts();
      lowBits.or(highBits).reinterpretAsFloats().intoArray(out, i);
    }
    SCALAR.combine(weights, rows, out, whole, to);
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
}
