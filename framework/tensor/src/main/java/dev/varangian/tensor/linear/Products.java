package dev.varangian.tensor.linear;

import dev.varangian.tensor.kernels.Kernels;
import dev.varangian.tensor.kernels.matrix.Matrix;
import dev.varangian.tensor.kernels.matrix.MatrixKernels;
import java.util.Arrays;

/** Matrix products of any size, by kernels that compute some columns side by side. */
final class Products {
  /** From this depth and number of rows on, copying B for the kernel costs less than it saves. */
  private static final int DEEP = 100;

  private static final int MANY_ROWS = 32;

  private Products() {}

  private static int width(int columns) {
    return columns <= MatrixKernels.NARROW_WIDTH ? MatrixKernels.NARROW_WIDTH : MatrixKernels.WIDTH;
  }

  /** The numbers of working memory of {@link #multiply}. */
  static long scratch(long rows, int columns, int depth) {
    int width = width(columns);
    return width * (depth + (columns < width ? rows : 0));
  }

  /**
   * C = A B, each element's terms added in the order of k by fused multiply-adds.
   *
   * @param c column stride 1
   * @param scratch working memory; see {@link #scratch}
   */
  static void multiply(Matrix a, Matrix b, Matrix c, float[] scratch) {
    MatrixKernels kernels = Kernels.active().matrices();
    int columns = c.columns();
    int depth = b.rows();
    int width = width(columns);
    if (columns < width) {
      Matrix padded = Matrix.of(scratch, 0, depth, width);
      Matrix result = Matrix.of(scratch, depth * width, c.rows(), width);
      copy(b, padded);
      kernels.multiply(a, padded, result);
      for (int row = 0; row < c.rows(); row++) {
        System.arraycopy(
            scratch,
            result.offset() + row * width,
            c.values(),
            c.offset() + row * c.rowStride(),
            columns);
      }
    } else if (b.columnStride() != 1 || (depth >= DEEP && c.rows() >= MANY_ROWS)) {
      Matrix part = Matrix.of(scratch, 0, depth, width);
      for (int next = 0; next < columns; next += width) {
        int column = Math.min(next, columns - width); // columns computed twice get the same values
        copy(b.columnsFrom(column, width), part);
        kernels.multiply(a, part, c.columnsFrom(column, width));
      }
    } else {
      kernels.multiply(a, b, c);
    }
  }

  /** Copies a matrix into one of as many or more columns, which are filled up with zeros. */
  private static void copy(Matrix from, Matrix to) {
    int columns = from.columns();
    int width = to.columns();
    if (from.columnStride() == 1) {
      for (int row = 0; row < from.rows(); row++) {
        System.arraycopy(
            from.values(),
            from.offset() + row * from.rowStride(),
            to.values(),
            to.offset() + row * width,
            columns);
      }
    } else {
      transpose(from, to);
    }
    if (columns < width) {
      for (int row = 0; row < from.rows(); row++) {
        int start = to.offset() + row * width;
        Arrays.fill(to.values(), start + columns, start + width, 0);
      }
    }
  }

  /** Some rows at a time, so that the cache lines read and written stay in the cache. */
  private static void transpose(Matrix from, Matrix to) {
    int block = 16;
    for (int first = 0; first < from.rows(); first += block) {
      int end = Math.min(from.rows(), first + block);
      for (int row = first; row < end; row++) {
        copyRow(
            from.values(),
            from.offset() + row * from.rowStride(),
            from.columnStride(),
            to.values(),
            to.offset() + row * to.rowStride(),
            from.columns());
      }
    }
  }

  private static void copyRow(
      float[] from, int fromOffset, int stride, float[] to, int toOffset, int count) {
    for (int column = 0; column < count; column++) {
      to[toOffset + column] = from[fromOffset + column * stride];
    }
  }
}
