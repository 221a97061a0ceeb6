package dev.varangian.tensor.kernels.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.tensor.kernels.Implementation;
import dev.varangian.tensor.kernels.Numbers;
import dev.varangian.tensor.kernels.Numbers.Special;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MatrixKernelsTest {
  private static final int SEEDS = 1200;

  @ParameterizedTest
  @EnumSource
  void terms_are_added_by_fused_multiply_adds_in_the_order_of_the_depth(
      Implementation implementation) {
    MatrixKernels kernels = implementation.kernels().matrices();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int rows = random.nextInt(21);
      int columns =
          random.nextBoolean()
              ? MatrixKernels.WIDTH + random.nextInt(60)
              : MatrixKernels.NARROW_WIDTH;
      int depth = random.nextInt(30);
      boolean transposed = random.nextBoolean();
      int aOffset = random.nextInt(4);
      int aRow = transposed ? 1 : depth + random.nextInt(3);
      int aColumn = transposed ? rows + random.nextInt(3) : 1;
      int bOffset = random.nextInt(4);
      int bRow = columns + random.nextInt(20);
      int cOffset = random.nextInt(4);
      int cRow = columns + random.nextInt(20);
      Special special = Special.any(random);
      float[] a = Numbers.floats(random, aOffset + (rows + 2) * (depth + 3), special);
      float[] b = Numbers.floats(random, bOffset + depth * bRow, special);
      float[] c = Numbers.canaries(cOffset + rows * cRow + 3);
      for (int row = 0; row < rows; row++) {
        float[] start = Numbers.floats(random, columns, special);
        System.arraycopy(start, 0, c, cOffset + row * cRow, columns);
      }
      float[] expected = c.clone();
      Matrix left = new Matrix(a, aOffset, rows, depth, aRow, aColumn);
      Matrix right = new Matrix(b, bOffset, depth, columns, bRow, 1);
      multiply(left, right, new Matrix(expected, cOffset, rows, columns, cRow, 1));
      kernels.multiply(left, right, new Matrix(c, cOffset, rows, columns, cRow, 1));
      assertThat(c)
          .as(
              "seed %d: %d x %d x %d, transposed %b, special %s",
              seed, rows, columns, depth, transposed, special)
          .isEqualTo(expected);
    }
  }

  private static void multiply(Matrix a, Matrix b, Matrix c) {
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.columns(); j++) {
        float sum = 0;
        for (int k = 0; k < a.columns(); k++) {
          sum = Math.fma(element(a, i, k), element(b, k, j), sum);
        }
        c.values()[c.offset() + i * c.rowStride() + j] = sum;
      }
    }
  }

  private static float element(Matrix matrix, int row, int column) {
    return matrix
        .values()[matrix.offset() + row * matrix.rowStride() + column * matrix.columnStride()];
  }

  @Test
  void views_of_a_matrix_share_its_memory() {
    Matrix matrix = Matrix.of(new float[] {9, 0, 1, 2, 10, 11, 12}, 1, 2, 3);
    assertThat(element(matrix, 1, 0)).isEqualTo(10);
    assertThat(element(matrix.transposed(), 2, 1)).isEqualTo(12);
    assertThat(element(matrix.columnsFrom(1, 2), 1, 1)).isEqualTo(12);
    assertThat(matrix.columnsFrom(1, 2).columns()).isEqualTo(2);
    assertThat(matrix.transposed().rows()).isEqualTo(3);
  }
}
