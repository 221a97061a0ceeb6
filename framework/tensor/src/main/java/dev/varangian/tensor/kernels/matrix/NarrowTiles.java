package dev.varangian.tensor.kernels.matrix;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** As {@link WideTiles}, with one vector of columns: eight rows need 10 registers. */
final class NarrowTiles {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

  private NarrowTiles() {}

  /** Eight rows from {@code row} on, one vector from {@code column} on. */
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
    FloatVector c10 = FloatVector.zero(FLOATS);
    FloatVector c20 = FloatVector.zero(FLOATS);
    FloatVector c30 = FloatVector.zero(FLOATS);
    FloatVector c40 = FloatVector.zero(FLOATS);
    FloatVector c50 = FloatVector.zero(FLOATS);
    FloatVector c60 = FloatVector.zero(FLOATS);
    FloatVector c70 = FloatVector.zero(FLOATS);
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(FLOATS, right, rightOffset + k * rightRow);
      int at = leftOffset + k * leftColumn;
      FloatVector a0 = FloatVector.broadcast(FLOATS, left[at]);
      c00 = a0.fma(b0, c00);
      FloatVector a1 = FloatVector.broadcast(FLOATS, left[at + leftRow]);
      c10 = a1.fma(b0, c10);
      FloatVector a2 = FloatVector.broadcast(FLOATS, left[at + 2 * leftRow]);
      c20 = a2.fma(b0, c20);
      FloatVector a3 = FloatVector.broadcast(FLOATS, left[at + 3 * leftRow]);
      c30 = a3.fma(b0, c30);
      FloatVector a4 = FloatVector.broadcast(FLOATS, left[at + 4 * leftRow]);
      c40 = a4.fma(b0, c40);
      FloatVector a5 = FloatVector.broadcast(FLOATS, left[at + 5 * leftRow]);
      c50 = a5.fma(b0, c50);
      FloatVector a6 = FloatVector.broadcast(FLOATS, left[at + 6 * leftRow]);
      c60 = a6.fma(b0, c60);
      FloatVector a7 = FloatVector.broadcast(FLOATS, left[at + 7 * leftRow]);
      c70 = a7.fma(b0, c70);
    }
    c00.intoArray(result, resultOffset);
    c10.intoArray(result, resultOffset + resultRow);
    c20.intoArray(result, resultOffset + 2 * resultRow);
    c30.intoArray(result, resultOffset + 3 * resultRow);
    c40.intoArray(result, resultOffset + 4 * resultRow);
    c50.intoArray(result, resultOffset + 5 * resultRow);
    c60.intoArray(result, resultOffset + 6 * resultRow);
    c70.intoArray(result, resultOffset + 7 * resultRow);
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
    FloatVector c10 = FloatVector.zero(FLOATS);
    FloatVector c20 = FloatVector.zero(FLOATS);
    FloatVector c30 = FloatVector.zero(FLOATS);
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(FLOATS, right, rightOffset + k * rightRow);
      int at = leftOffset + k * leftColumn;
      FloatVector a0 = FloatVector.broadcast(FLOATS, left[at]);
      c00 = a0.fma(b0, c00);
      FloatVector a1 = FloatVector.broadcast(FLOATS, left[at + leftRow]);
      c10 = a1.fma(b0, c10);
      FloatVector a2 = FloatVector.broadcast(FLOATS, left[at + 2 * leftRow]);
      c20 = a2.fma(b0, c20);
      FloatVector a3 = FloatVector.broadcast(FLOATS, left[at + 3 * leftRow]);
      c30 = a3.fma(b0, c30);
    }
    c00.intoArray(result, resultOffset);
    c10.intoArray(result, resultOffset + resultRow);
    c20.intoArray(result, resultOffset + 2 * resultRow);
    c30.intoArray(result, resultOffset + 3 * resultRow);
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
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(FLOATS, right, rightOffset + k * rightRow);
      int at = leftOffset + k * leftColumn;
      FloatVector a0 = FloatVector.broadcast(FLOATS, left[at]);
      c00 = a0.fma(b0, c00);
    }
    c00.intoArray(result, resultOffset);
  }
}
