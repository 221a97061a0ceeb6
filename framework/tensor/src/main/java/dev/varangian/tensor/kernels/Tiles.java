package dev.varangian.tensor.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost level of the matrix product: some rows and two vectors of columns of C, kept in
 * registers over the whole depth. Six rows need 15 registers, which every vector unit has.
 */
final class Tiles {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();

  private Tiles() {}

  /** Six rows. */
  static void six(
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
    FloatVector c00 = start(c, cOffset, accumulate);
    FloatVector c01 = start(c, cOffset + LANES, accumulate);
    FloatVector c10 = start(c, cOffset + cRow, accumulate);
    FloatVector c11 = start(c, cOffset + cRow + LANES, accumulate);
    FloatVector c20 = start(c, cOffset + 2 * cRow, accumulate);
    FloatVector c21 = start(c, cOffset + 2 * cRow + LANES, accumulate);
    FloatVector c30 = start(c, cOffset + 3 * cRow, accumulate);
    FloatVector c31 = start(c, cOffset + 3 * cRow + LANES, accumulate);
    FloatVector c40 = start(c, cOffset + 4 * cRow, accumulate);
    FloatVector c41 = start(c, cOffset + 4 * cRow + LANES, accumulate);
    FloatVector c50 = start(c, cOffset + 5 * cRow, accumulate);
    FloatVector c51 = start(c, cOffset + 5 * cRow + LANES, accumulate);
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(FLOATS, b, bOffset + k * bRow);
      FloatVector b1 = FloatVector.fromArray(FLOATS, b, bOffset + k * bRow + LANES);
      int at = aOffset + k * aColumn;
      FloatVector a0 = FloatVector.broadcast(FLOATS, a[at]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      FloatVector a1 = FloatVector.broadcast(FLOATS, a[at + aRow]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      FloatVector a2 = FloatVector.broadcast(FLOATS, a[at + 2 * aRow]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      FloatVector a3 = FloatVector.broadcast(FLOATS, a[at + 3 * aRow]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      FloatVector a4 = FloatVector.broadcast(FLOATS, a[at + 4 * aRow]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      FloatVector a5 = FloatVector.broadcast(FLOATS, a[at + 5 * aRow]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
    }
    c00.intoArray(c, cOffset);
    c01.intoArray(c, cOffset + LANES);
    c10.intoArray(c, cOffset + cRow);
    c11.intoArray(c, cOffset + cRow + LANES);
    c20.intoArray(c, cOffset + 2 * cRow);
    c21.intoArray(c, cOffset + 2 * cRow + LANES);
    c30.intoArray(c, cOffset + 3 * cRow);
    c31.intoArray(c, cOffset + 3 * cRow + LANES);
    c40.intoArray(c, cOffset + 4 * cRow);
    c41.intoArray(c, cOffset + 4 * cRow + LANES);
    c50.intoArray(c, cOffset + 5 * cRow);
    c51.intoArray(c, cOffset + 5 * cRow + LANES);
  }

  /** Four rows. */
  static void four(
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
    FloatVector c00 = start(c, cOffset, accumulate);
    FloatVector c01 = start(c, cOffset + LANES, accumulate);
    FloatVector c10 = start(c, cOffset + cRow, accumulate);
    FloatVector c11 = start(c, cOffset + cRow + LANES, accumulate);
    FloatVector c20 = start(c, cOffset + 2 * cRow, accumulate);
    FloatVector c21 = start(c, cOffset + 2 * cRow + LANES, accumulate);
    FloatVector c30 = start(c, cOffset + 3 * cRow, accumulate);
    FloatVector c31 = start(c, cOffset + 3 * cRow + LANES, accumulate);
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(FLOATS, b, bOffset + k * bRow);
      FloatVector b1 = FloatVector.fromArray(FLOATS, b, bOffset + k * bRow + LANES);
      int at = aOffset + k * aColumn;
      FloatVector a0 = FloatVector.broadcast(FLOATS, a[at]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      FloatVector a1 = FloatVector.broadcast(FLOATS, a[at + aRow]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      FloatVector a2 = FloatVector.broadcast(FLOATS, a[at + 2 * aRow]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      FloatVector a3 = FloatVector.broadcast(FLOATS, a[at + 3 * aRow]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
    }
    c00.intoArray(c, cOffset);
    c01.intoArray(c, cOffset + LANES);
    c10.intoArray(c, cOffset + cRow);
    c11.intoArray(c, cOffset + cRow + LANES);
    c20.intoArray(c, cOffset + 2 * cRow);
    c21.intoArray(c, cOffset + 2 * cRow + LANES);
    c30.intoArray(c, cOffset + 3 * cRow);
    c31.intoArray(c, cOffset + 3 * cRow + LANES);
  }

  /** One row. */
  static void one(
      int depth,
      float[] a,
      int aOffset,
      int aColumn,
      float[] b,
      int bOffset,
      int bRow,
      float[] c,
      int cOffset,
      boolean accumulate) {
    FloatVector c00 = start(c, cOffset, accumulate);
    FloatVector c01 = start(c, cOffset + LANES, accumulate);
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(FLOATS, b, bOffset + k * bRow);
      FloatVector b1 = FloatVector.fromArray(FLOATS, b, bOffset + k * bRow + LANES);
      int at = aOffset + k * aColumn;
      FloatVector a0 = FloatVector.broadcast(FLOATS, a[at]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
    }
    c00.intoArray(c, cOffset);
    c01.intoArray(c, cOffset + LANES);
  }

  private static FloatVector start(float[] c, int offset, boolean accumulate) {
    return accumulate ? FloatVector.fromArray(FLOATS, c, offset) : FloatVector.zero(FLOATS);
  }
}
