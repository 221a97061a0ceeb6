package dev.varangian.tensor;

import dev.varangian.tensor.kernels.Kernels;
import java.util.Arrays;

/**
 * Matrix products of any size, by kernels that want at least a register tile's width of columns.
 */
final class Products {
  static final int WIDE = Kernels.COLUMNS;

  private Products() {}

  /**
   * A row length of at least {@code columns}, a multiple of {@link #WIDE} plus half of it, so that
   * successive rows don't fall on the same cache lines.
   */
  static int paddedRow(int columns) {
    return paddedColumns(columns) + WIDE / 2;
  }

  /** {@code columns} rounded up to a multiple of {@link #WIDE}. */
  static int paddedColumns(int columns) {
    return (columns + WIDE - 1) / WIDE * WIDE;
  }

  /** The working memory of {@link #multiply}. */
  static long scratch(long rows, int columns, int depth) {
    return columns < WIDE ? WIDE * (rows + depth) : 0;
  }

  /**
   * C = A B, as {@link Kernels#gemm}, with B and C dense and narrow ones widened in {@code
   * scratch}.
   */
  static void multiply(
      int rows,
      int columns,
      int depth,
      float[] a,
      int aOffset,
      int aRow,
      int aColumn,
      float[] b,
      int bOffset,
      float[] c,
      int cOffset,
      float[] scratch,
      int scratchOffset) {
    Kernels kernels = Kernels.active();
    if (columns >= WIDE) {
      kernels.gemm(
          rows, columns, depth, a, aOffset, aRow, aColumn, b, bOffset, columns, c, cOffset, columns,
          false);
      return;
    }
    int wideC = scratchOffset + depth * WIDE;
    spread(b, bOffset, depth, columns, scratch, scratchOffset, WIDE);
    kernels.gemm(
        rows,
        WIDE,
        depth,
        a,
        aOffset,
        aRow,
        aColumn,
        scratch,
        scratchOffset,
        WIDE,
        scratch,
        wideC,
        WIDE,
        false);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(scratch, wideC + row * WIDE, c, cOffset + row * columns, columns);
    }
  }

  /** Copies dense rows to rows of length {@code toRow}, filled up with zeros. */
  static void spread(
      float[] from, int fromOffset, int rows, int columns, float[] to, int toOffset, int toRow) {
    for (int row = 0; row < rows; row++) {
      int start = toOffset + row * toRow;
      System.arraycopy(from, fromOffset + row * columns, to, start, columns);
      Arrays.fill(to, start + columns, start + toRow, 0);
    }
  }

  /** to[column][row] = from[row][column]. */
  static void transpose(
      float[] from,
      int fromOffset,
      int fromRow,
      int rows,
      int columns,
      float[] to,
      int toOffset,
      int toRow) {
    int block = 16;
    for (int firstRow = 0; firstRow < rows; firstRow += block) {
      int endRow = Math.min(rows, firstRow + block);
      for (int column = 0; column < columns; column++) {
        for (int row = firstRow; row < endRow; row++) {
          to[toOffset + column * toRow + row] = from[fromOffset + row * fromRow + column];
        }
      }
    }
  }
}
