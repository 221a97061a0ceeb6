package dev.varangian.tensor.kernels.columns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.tensor.kernels.Implementation;
import dev.varangian.tensor.kernels.Numbers;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both implementations against {@link ColumnDefinition}, bit for bit. */
final class NearestTest {

  /** Where the values of a column come from: which kinds of ties are likely among them. */
  private enum Values {
    DISTINCT,
    FEW_DIFFERENT,
    SYMMETRIC,
    SPECIAL,
    /** A centre so large that distances of different small values are equal in double. */
    ROUNDED_DISTANCES;

    float draw(Random random) {
      return switch (this) {
        case DISTINCT -> (float) random.nextGaussian();
        case FEW_DIFFERENT -> random.nextInt(4);
        case SYMMETRIC -> (random.nextInt(3) - 1) * (float) (1 << random.nextInt(3));
        case SPECIAL -> Numbers.floats(random, 1, Numbers.Special.FINITE)[0];
        case ROUNDED_DISTANCES ->
            random.nextInt(3) == 0
                ? 1e10f * (1 + random.nextInt(2))
                : (float) random.nextGaussian();
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_values_nearest_to_the_centre_are_averaged_and_ties_go_to_lower_rows(
      Implementation implementation) {
    ColumnKernels kernels = implementation.kernels().columns();
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      Values values = Values.values()[seed % Values.values().length];
      int n = 1 + random.nextInt(13);
      int length = 1 + random.nextInt(ColumnKernels.COLUMNS);
      int from = random.nextInt(4);
      int first = random.nextInt(n);
      int last = first + random.nextInt(n - first);
      int count = 1 + random.nextInt(n);
      float[][] rows = new float[n][from + length + 1];
      for (float[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          row[i] = values.draw(random);
        }
      }
      float[] sorted = sorted(rows, from, length);
      float[] out = Numbers.canaries(from + length + 2);
      float[] expected = out.clone();
      float[] bounds = new float[2 * ColumnKernels.COLUMNS];
      float[] expectedBounds = bounds.clone();
      new ColumnDefinition()
          .meanOfNearest(
              nearest(count, first, last, sorted, expectedBounds), rows, from, length, expected);
      kernels.meanOfNearest(nearest(count, first, last, sorted, bounds), rows, from, length, out);

      String setting =
          "seed %d: %s, %d of %d nearest to the mean of %d to %d"
              .formatted(seed, values, count, n, first, last);
      assertThat(out).as(setting).isEqualTo(expected);
      assertThat(withOneZero(bounds)).as(setting).isEqualTo(withOneZero(expectedBounds));
    }
  }

  private static Nearest nearest(int count, int first, int last, float[] sorted, float[] bounds) {
    return new Nearest(count, first, last, sorted, new Bounds(bounds, 0, ColumnKernels.COLUMNS));
  }

  /** Bounds are compared as numbers: -0 and +0 are the same bound. */
  private static float[] withOneZero(float[] values) {
    float[] changed = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      changed[i] = values[i] + 0f;
    }
    return changed;
  }

  private static float[] sorted(float[][] rows, int from, int length) {
    float[] sorted = new float[rows.length * ColumnKernels.COLUMNS + ColumnKernels.SLACK];
    for (int i = 0; i < length; i++) {
      float[] column = new float[rows.length];
      for (int row = 0; row < rows.length; row++) {
        column[row] = rows[row][from + i];
      }
      Arrays.sort(column);
      for (int place = 0; place < rows.length; place++) {
        sorted[place * ColumnKernels.COLUMNS + i] = column[place];
      }
    }
    return sorted;
  }
}
