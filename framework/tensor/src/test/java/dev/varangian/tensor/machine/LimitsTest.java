package dev.varangian.tensor.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.tensor.kernels.Kernels;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {

  static Stream<Limits> all() {
    return Stream.of(new ScalarLimits(), Limits.active()).distinct();
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_value_of_the_range_is_read_and_no_other(Limits limits) {
    int from = 3;
    int to = 3 + 4 * 16 + 5;
    float[] x = new float[to + 4];
    float before = limits.read(x, from, to);
    for (int i = 0; i < x.length; i++) {
      x[i] = 1;
      assertThat(limits.read(x, from, to) != before).as("x[%d]", i).isEqualTo(i >= from && i < to);
      x[i] = 0;
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void chains_stay_finite_and_converge(Limits limits) {
    // x = x/2 + 1 in every chain
    float chains = limits.multiplyAdd(100) / 2;

    assertThat(chains).isEqualTo(limits.multiplyAdd(1_000_000) / 2);
    assertThat(limits.operationsPerStep()).isEqualTo(2 * (int) chains * operationsPerTerm(limits));
  }

  /**
   * The multiply-adds that a term of the sum stands for: four in the scalar loops, one for each
   * lane in the vector loops.
   */
  private static int operationsPerTerm(Limits limits) {
    return limits instanceof ScalarLimits ? 4 : Kernels.active().lanes();
  }

  @Test
  void the_limits_are_those_of_the_active_kernels() {
    assertThat(Limits.active() instanceof ScalarLimits).isEqualTo(!VectorSupport.isActive());
  }
}
