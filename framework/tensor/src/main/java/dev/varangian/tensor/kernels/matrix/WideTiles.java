package dev.varangian.tensor.kernels.matrix;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost level of a matrix product: some rows of C and three vectors of its columns, kept in
 * registers over the whole depth. Eight rows need 28 registers, four need 16.
 */
final class WideTiles {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();

  private WideTiles() {}

  /** Eight rows from {@code row} on, three vectors from {@code column} on. */
  static void eight(Matrix a, Matrix b, Matrix c, int row, int column) {
    int depth = a.columns();
    float[] left = a.values();
    int leftRow = a.rowStride();
    int leftColumn = a.columnStride();
    int leftOffset = a.offset() + row * leftRow;
    float[] right = b.values();
    int rightRow = b.rowStride();
    int rightOffset = b.offset() + column;
    float[] result = c.values();
    int resultRow = c.rowStride();
    int resultOffset = c.offset() + row * resultRow + column;
    FloatVector c00 = FloatVector.zero(FLOATS);
    FloatVector c01 = FloatVector.zero(FLOATS);
    FloatVector c02 = FloatVector.zero(FLOATS);
    FloatVector c10 = FloatVector.zero(FLOATS);
    FloatVector c11 = FloatVector.zero(FLOATS);
    FloatVector c12 = FloatVector.zero(FLOATS);
    FloatVector c20 = FloatVector.zero(FLOATS);
    FloatVector c21 = FloatVector.zero(FLOATS);
    FloatVector c22 = FloatVector.zero(FLOATS);
    FloatVector c30 = FloatVector.zero(FLOATS);
    FloatVector c31 = FloatVector.zero(FLOATS);
    FloatVector c32 = FloatVector.zero(FLOATS);
    FloatVector c40 = FloatVector.zero(FLOATS);
    FloatVector c41 = FloatVector.zero(FLOATS);
    FloatVector c42 = FloatVector.zero(FLOATS);
    FloatVector c50 = FloatVector.zero(FLOATS);
    FloatVector c51 = FloatVector.zero(FLOATS);
    FloatVector c52 = FloatVector.zero(FLOATS);
    FloatVector c60 = FloatVector.zero(FLOATS);
    FloatVector c61 = FloatVector.zero(FLOATS);
    FloatVector c62 = FloatVector.zero(FLOATS);
    FloatVector c70 = FloatVector.zero(FLOATS);
    FloatVector c71 = FloatVector.zero(FLOATS);
    FloatVector c72 = FloatVector.zero(FLOATS);
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(FLOATS, right, rightOffset + k * rightRow);
      FloatVector b1 = FloatVector.fromArray(FLOATS, right, rightOffset + k * rightRow + LANES);
      FloatVector b2 = FloatVector.fromArray(FLOATS, right, rightOffset + k * rightRow + 2 * LANES);
      int at = leftOffset + k * leftColumn;
      FloatVector a0 = FloatVector.broadcast(FLOATS, left[at]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      FloatVector a1 = FloatVector.broadcast(FLOATS, left[at + leftRow]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c12 = a1.fma(b2, c12);
      FloatVector a2 = FloatVector.broadcast(FLOATS, left[at + 2 * leftRow]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      c22 = a2.fma(b2, c22);
      FloatVector a3 = FloatVector.broadcast(FLOATS, left[at + 3 * leftRow]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      c32 = a3.fma(b2, c32);
      FloatVector a4 = FloatVector.broadcast(FLOATS, left[at + 4 * leftRow]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      c42 = a4.fma(b2, c42);
      FloatVector a5 = FloatVector.broadcast(FLOATS, left[at + 5 * leftRow]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
      c52 = a5.fma(b2, c52);
      FloatVector a6 = FloatVector.broadcast(FLOATS, left[at + 6 * leftRow]);
      c60 = a6.fma(b0, c60);
      c61 = a6.fma(b1, c61);
      c62 = a6.fma(b2, c62);
      FloatVector a7 = FloatVector.broadcast(FLOATS, left[at + 7 * leftRow]);
      c70 = a7.fma(b0, c70);
      c71 = a7.fma(b1, c71);
      c72 = a7.fma(b2, c72);
    }
    c00.intoArray(result, resultOffset);
    c01.intoArray(result, resultOffset + LANES);
    c02.intoArray(result, resultOffset + 2 * LANES);
    c10.intoArray(result, resultOffset + resultRow);
    c11.intoArray(result, resultOffset + resultRow + LANES);
    c12.intoArray(result, resultOffset + resultRow + 2 * LANES);
    c20.intoArray(result, resultOffset + 2 * resultRow);
    c21.intoArray(result, resultOffset + 2 * resultRow + LANES);
    c22.intoArray(result, resultOffset + 2 * resultRow + 2 * LANES);
    c30.intoArray(result, resultOffset + 3 * resultRow);
    c31.intoArray(result, resultOffset + 3 * resultRow + LANES);
    c32.intoArray(result, resultOffset + 3 * resultRow + 2 * LANES);
    c40.intoArray(result, resultOffset + 4 * resultRow);
    c41.intoArray(result, resultOffset + 4 * resultRow + LANES);
    c42.intoArray(result, resultOffset + 4 * resultRow + 2 * LANES);
    c50.intoArray(result, resultOffset + 5 * resultRow);
    c51.intoArray(result, resultOffset + 5 * resultRow + LANES);
    c52.intoArray(result, resultOffset + 5 * resultRow + 2 * LANES);
    c60.intoArray(result, resultOffset + 6 * resultRow);
    c61.intoArray(result, resultOffset + 6 * resultRow + LANES);
    c62.intoArray(result, resultOffset + 6 * resultRow + 2 * LANES);
    c70.intoArray(result, resultOffset + 7 * resultRow);
    c71.intoArray(result, resultOffset + 7 * resultRow + LANES);
    c72.intoArray(result, resultOffset + 7 * resultRow + 2 * LANES);
  }

  /** Four rows. */
  static void four(Matrix a, Matrix b, Matrix c, int row, int column) {
    int depth = a.columns();
    float[] left = a.values();
    int leftRow = a.rowStride();
    int leftColumn = a.columnStride();
    int leftOffset = a.offset() + row * leftRow;
    float[] right = b.values();
    int rightRow = b.rowStride();
    int rightOffset = b.offset() + column;
    float[] result = c.values();
    int resultRow = c.rowStride();
    int resultOffset = c.offset() + row * resultRow + column;
    FloatVector c00 = FloatVector.zero(FLOATS);
    FloatVector c01 = FloatVector.zero(FLOATS);
    FloatVector c02 = FloatVector.zero(FLOATS);
    FloatVector c10 = FloatVector.zero(FLOATS);
    FloatVector c11 = FloatVector.zero(FLOATS);
    FloatVector c12 = FloatVector.zero(FLOATS);
    FloatVector c20 = FloatVector.zero(FLOATS);
    FloatVector c21 = FloatVector.zero(FLOATS);
    FloatVector c22 = FloatVector.zero(FLOATS);
    FloatVector c30 = FloatVector.zero(FLOATS);
    FloatVector c31 = FloatVector.zero(FLOATS);
    FloatVector c32 = FloatVector.zero(FLOATS);
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(FLOATS, right, rightOffset + k * rightRow);
      FloatVector b1 = FloatVector.fromArray(FLOATS, right, rightOffset + k * rightRow + LANES);
      FloatVector b2 = FloatVector.fromArray(FLOATS, right, rightOffset + k * rightRow + 2 * LANES);
      int at = leftOffset + k * leftColumn;
      FloatVector a0 = FloatVector.broadcast(FLOATS, left[at]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      FloatVector a1 = FloatVector.broadcast(FLOATS, left[at + leftRow]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c12 = a1.fma(b2, c12);
      FloatVector a2 = FloatVector.broadcast(FLOATS, left[at + 2 * leftRow]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      c22 = a2.fma(b2, c22);
      FloatVector a3 = FloatVector.broadcast(FLOATS, left[at + 3 * leftRow]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      c32 = a3.fma(b2, c32);
    }
    c00.intoArray(result, resultOffset);
    c01.intoArray(result, resultOffset + LANES);
    c02.intoArray(result, resultOffset + 2 * LANES);
    c10.intoArray(result, resultOffset + resultRow);
    c11.intoArray(result, resultOffset + resultRow + LANES);
    c12.intoArray(result, resultOffset + resultRow + 2 * LANES);
    c20.intoArray(result, resultOffset + 2 * resultRow);
    c21.intoArray(result, resultOffset + 2 * resultRow + LANES);
    c22.intoArray(result, resultOffset + 2 * resultRow + 2 * LANES);
    c30.intoArray(result, resultOffset + 3 * resultRow);
    c31.intoArray(result, resultOffset + 3 * resultRow + LANES);
    c32.intoArray(result, resultOffset + 3 * resultRow + 2 * LANES);
  }

  /** One row. */
  static void one(Matrix a, Matrix b, Matrix c, int row, int column) {
    int depth = a.columns();
    float[] left = a.values();
    int leftColumn = a.columnStride();
    int leftOffset = a.offset() + row * a.rowStride();
    float[] right = b.values();
    int rightRow = b.rowStride();
    int rightOffset = b.offset() + column;
    float[] result = c.values();
    int resultOffset = c.offset() + row * c.rowStride() + column;
    FloatVector c00 = FloatVector.zero(FLOATS);
    FloatVector c01 = FloatVector.zero(FLOATS);
    FloatVector c02 = FloatVector.zero(FLOATS);
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(FLOATS, right, rightOffset + k * rightRow);
      FloatVector b1 = FloatVector.fromArray(FLOATS, right, rightOffset + k * rightRow + LANES);
      FloatVector b2 = FloatVector.fromArray(FLOATS, right, rightOffset + k * rightRow + 2 * LANES);
      int at = leftOffset + k * leftColumn;
      FloatVector a0 = FloatVector.broadcast(FLOATS, left[at]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
    }
    c00.intoArray(result, resultOffset);
    c01.intoArray(result, resultOffset + LANES);
    c02.intoArray(result, resultOffset + 2 * LANES);
  }
}
