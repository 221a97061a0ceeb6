package dev.varangian.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.varangian.bench.work.FilterCall;
import dev.varangian.bench.work.LeNetRound;
import dev.varangian.bench.work.NormalRows;
import dev.varangian.bench.work.ReadOnce;
import dev.varangian.bench.work.SquareProduct;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.spi.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is timed is the work that it is called. */
class WorksTest {
  private static final Catalogue CATALOGUE = Catalogue.discover(List.of());
  private static final int D = 1000;

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void the_matrix_product_is_one(int threads) {
    int size = 50;
    try (ThreadTeam workers = new ThreadTeam(threads)) {
      SquareProduct product = new SquareProduct(size, workers);

      product.once();

      float[] left = product.leftRow(size - 1);
      float[] result = product.resultRow(size - 1);
      for (int column = 0; column < size; column++) {
        double expected = 0;
        for (int k = 0; k < size; k++) {
          expected += (double) left[k] * product.rightRow(k)[column];
        }
        assertThat((double) result[column]).isCloseTo(expected, within(1e-5));
      }
      assertThat(product.gflops(1)).isEqualTo(2.0 * size * size * size / 1e6);
    }
  }

  @Test
  void a_round_fills_ten_different_rows_whatever_the_threads() {
    try (ThreadTeam one = new ThreadTeam(1);
        ThreadTeam two = new ThreadTeam(2)) {
      LeNetRound round = new LeNetRound(CATALOGUE, 2, one);
      LeNetRound same = new LeNetRound(CATALOGUE, 2, two);

      round.once();
      same.once();

      float[][] rows = round.stage().rows();
      assertThat(rows).hasDimensions(10, NormalRows.length(NormalRows.DIMENSION));
      assertThat(round.run().dimension()).isEqualTo(NormalRows.DIMENSION);
      assertThat(rows).isDeepEqualTo(same.stage().rows());
      assertThat(rows[0]).isNotEqualTo(rows[9]);
    }
  }

  @Test
  void the_operations_of_a_round_are_those_of_the_layers() {
    assertThat(LeNetRound.gflop(16)).isCloseTo(2.11, within(0.005));
  }

  @Test
  void cge_is_told_a_tenth_of_the_agents() {
    try (ThreadTeam workers = new ThreadTeam(1)) {
      float[][] rows = NormalRows.of(10, D, workers);
      for (int i = 0; i < D; i++) {
        rows[4][i] *= 10; // the one to go
      }
      FilterCall call = FilterCall.of(CATALOGUE, "cge", rows, D, workers).orElseThrow();

      call.once();

      double sum = 0;
      for (int i = 0; i < 10; i++) {
        sum += i == 4 ? 0 : rows[i][7];
      }
      assertThat((double) call.out()[7]).isCloseTo(sum / 9, within(1e-6));
    }
  }

  @Test
  void a_filter_that_is_not_defined_for_so_few_rows_is_no_work() {
    try (ThreadTeam workers = new ThreadTeam(1)) {
      assertThat(FilterCall.of(CATALOGUE, "krum", NormalRows.of(2, D, workers), D, workers))
          .isEmpty();
    }
  }

  @Test
  void every_filter_of_the_catalogue_has_defaults_to_be_timed_with() {
    try (ThreadTeam workers = new ThreadTeam(1)) {
      float[][] rows = NormalRows.of(10, D, workers);

      assertThat(CATALOGUE.names(Kind.FILTER))
          .isNotEmpty()
          .allMatch(name -> FilterCall.of(CATALOGUE, name, rows, D, workers).isPresent());
    }
  }

  @Test
  void reading_once_gives_the_squared_norms() {
    try (ThreadTeam workers = new ThreadTeam(2)) {
      float[][] rows = NormalRows.of(3, D, workers);
      ReadOnce work = new ReadOnce(rows, D, workers);

      work.once();

      double expected = 0;
      for (float x : rows[2]) {
        expected += (double) x * x;
      }
      assertThat(work.norms()[2]).isCloseTo(expected, within(1e-9 * expected));
      assertThat(expected / D).isCloseTo(1, within(0.2)); // standard normal
    }
  }
}
