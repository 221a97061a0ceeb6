package dev.varangian.core.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.spi.filter.CoordinateRule.Span;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinateColumnsTest {
  private static final float[] HARD = {
    0f, -0f, 1e38f, -1e38f, Float.MAX_VALUE, Float.MIN_VALUE, -Float.MIN_VALUE, 1e-40f, 1f
  };

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 10, 11, 16, 17, 40})
  void averages_and_counts_are_those_of_each_coordinate_by_itself(int n) {
    try (ThreadTeam workers = new ThreadTeam(2)) {
      CoordinateColumns columns = new CoordinateColumns(workers, n);
      for (int d : new int[] {1, 15, 63, 65, 255, 257, 4097}) {
        float[][] rows = rows(n, d);
        for (Span span : new Span[] {new Span(0, n - 1), new Span(n / 2, n / 2), trimmed(n)}) {
          float[] out = new float[d];
          float[] expected = new float[d];
          double[] expectedUses = reference(span, rows, expected);
          columns.write(span, rows, d, out);
          assertThat(out).as("n = %d, d = %d, %s", n, d, span).isEqualTo(expected);
          Arrays.fill(out, 7);
          double[] uses = columns.writeAndCount(span, rows, d, out);
          assertThat(out).as("n = %d, d = %d, %s", n, d, span).isEqualTo(expected);
          assertThat(uses).as("n = %d, d = %d, %s", n, d, span).isEqualTo(expectedUses);
        }
      }
    }
  }

  private static Span trimmed(int n) {
    return new Span(n / 10, n - n / 10 - 1);
  }

  private static float[][] rows(int n, int d) {
    Random random = new Random(31L * n + d);
    float[][] rows = new float[n][d];
    for (float[] row : rows) {
      for (int i = 0; i < d; i++) {
        row[i] =
            random.nextInt(4) == 0
                ? HARD[random.nextInt(HARD.length)]
                : (float) (random.nextGaussian() * Math.exp(9 * random.nextGaussian()));
      }
    }
    return rows;
  }

  private static double[] reference(Span span, float[][] rows, float[] out) {
    double[] uses = new double[rows.length];
    for (int i = 0; i < out.length; i++) {
      float[] column = new float[rows.length];
      for (int j = 0; j < rows.length; j++) {
        column[j] = rows[j][i];
      }
      Arrays.sort(column); // -0 before +0
      double sum = 0;
      for (int place = span.first(); place <= span.last(); place++) {
        sum += column[place];
      }
      out[i] = (float) (sum / (span.last() - span.first() + 1));
      for (int j = 0; j < rows.length; j++) {
        boolean used = rows[j][i] >= column[span.first()] && rows[j][i] <= column[span.last()];
        uses[j] += used ? 1 : 0;
      }
    }
    return uses;
  }
}
