package dev.varangian.tensor.linear;

import dev.varangian.tensor.kernels.Kernels;
import java.util.Arrays;

/** Matrix products of any size, by kernels that compute some columns side by side. */
final class Products {
  /** From this depth and so many rows on, laying out B for the kernel costs less than it saves. */
  private static final int DEEP = 100;

  private static final int MANY_ROWS = 32;

  private Products() {}

  private static int width(int columns) {
    return columns <= Kernels.FEW_COLUMNS ? Kernels.FEW_COLUMNS : Kernels.COLUMNS;
  }

  /** The working memory of {@link #multiply}. */
  static long scratch(long rows, int columns, int depth) {
    int width = width(columns);
    return width * (depth + (columns < width ? rows : 0));
  }

  /**
   * C = A B, each element's terms added in the order of k by fused multiply-adds. A's element (i,
   * k) is {@code a[aOffset + i * aRow + k * aColumn]}, B's element (k, j) {@code b[bOffset + k *
   * bRow + j * bColumn]}, and C is dense.
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
      int bRow,
      int bColumn,
      float[] c,
      int cOffset,
      float[] scratch) {
    Kernels kernels = Kernels.active();
    int width = width(columns);
    if (columns < width) {
      int wide = depth * width;
      layOut(depth, columns, b, bOffset, bRow, bColumn, scratch, width);
      kernels.gemm(
          rows, width, depth, a, aOffset, aRow, aColumn, scratch, 0, width, scratch, wide, width);
      for (int row = 0; row < rows; row++) {
        System.arraycopy(scratch, wide + row * width, c, cOffset + row * columns, columns);
      }
    } else if (bColumn != 1 || (depth >= DEEP && rows >= MANY_ROWS)) {
      for (int next = 0; next < columns; next += width) {
        int column = Math.min(next, columns - width); // those computed twice come out the same
        layOut(depth, width, b, bOffset + column * bColumn, bRow, bColumn, scratch, width);
        kernels.gemm(
            rows,
            width,
            depth,
            a,
            aOffset,
            aRow,
            aColumn,
            scratch,
            0,
            width,
            c,
            cOffset + column,
            columns);
      }
    } else {
      kernels.gemm(
          rows, columns, depth, a, aOffset, aRow, aColumn, b, bOffset, bRow, c, cOffset, columns);
    }
  }

  /** Copies a matrix to rows of {@code width}, filled up with zeros. */
  private static void layOut(
      int rows,
      int columns,
      float[] from,
      int fromOffset,
      int fromRow,
      int fromColumn,
      float[] to,
      int width) {
    if (fromColumn == 1) {
      for (int row = 0; row < rows; row++) {
        System.arraycopy(from, fromOffset + row * fromRow, to, row * width, columns);
      }
    } else {
      transpose(rows, columns, from, fromOffset, fromRow, fromColumn, to, width);
    }
    if (columns < width) {
      for (int row = 0; row < rows; row++) {
        Arrays.fill(to, row * width + columns, (row + 1) * width, 0);
      }
    }
  }

  /** Some rows at a time, so that the lines read and written stay in the cache. */
  private static void transpose(
      int rows,
      int columns,
      float[] from,
      int fromOffset,
      int fromRow,
      int fromColumn,
      float[] to,
      int toRow) {
    int block = 16;
    for (int first = 0; first < rows; first += block) {
      int end = Math.min(rows, first + block);
      for (int row = first; row < end; row++) {
        int at = fromOffset + row * fromRow;
        int start = row * toRow;
        for (int column = 0; column < columns; column++) {
          to[start + column] = from[at + column * fromColumn];
        }
      }
    }
  }
}
