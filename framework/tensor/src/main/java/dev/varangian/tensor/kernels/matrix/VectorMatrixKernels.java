package dev.varangian.tensor.kernels.matrix;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** C in tiles of some rows and some vectors of columns. */
public final class VectorMatrixKernels implements MatrixKernels {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final boolean MANY_REGISTERS = LANES == 16;

  @Override
  public void multiply(Matrix a, Matrix b, Matrix c) {
    int rows = c.rows();
    int done = 0;
    while (done < rows) {
      int height = height(rows, done);
      int row = Math.min(done, rows - height); // rows computed twice get the same values
      if (c.columns() == NARROW_WIDTH) {
        narrow(height, a, b, c, row);
      } else {
        wide(height, a, b, c, row);
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

  private static void narrow(int height, Matrix a, Matrix b, Matrix c, int row) {
    for (int column = 0; column < NARROW_WIDTH; column += LANES) {
      if (height == 8) {
        NarrowTiles.eight(a, b, c, row, column);
      } else if (height == 4) {
        NarrowTiles.four(a, b, c, row, column);
      } else {
        NarrowTiles.one(a, b, c, row, column);
      }
    }
  }

  private static void wide(int height, Matrix a, Matrix b, Matrix c, int row) {
    for (int next = 0; next < c.columns(); next += 3 * LANES) {
      int column = Math.min(next, c.columns() - 3 * LANES);
      if (height == 8) {
        WideTiles.eight(a, b, c, row, column);
      } else if (height == 4) {
        WideTiles.four(a, b, c, row, column);
      } else {
        WideTiles.one(a, b, c, row, column);
      }
    }
  }
}
