package dev.varangian.filters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeanTest {

  @ParameterizedTest
  @EnumSource
  void it_is_the_plain_mean(Inputs inputs) {
    Inputs.forAllSizes(
        (n, d) -> {
          float[][] rows = inputs.rows(n, d);
          double[] weights = new double[n];
          Arrays.fill(weights, 1.0 / n);
          Server.Filtered filtered = Server.apply(new Mean(new Geometry(n, 0, d)), rows);
          Reference.assertRounded(filtered.output(), Reference.combined(weights, rows), rows);
          Reference.assertShares(filtered.shares(), weights);
        });
  }

  @Test
  void it_is_computable_always_and_proved_without_faulty_agents() {
    assertThat(new Mean(new Geometry(3, 2, 1)).hardBound()).isEqualTo(Condition.ALWAYS);
    assertThat(new Mean(new Geometry(3, 0, 1)).resilience().met()).isTrue();
    assertThat(new Mean(new Geometry(3, 1, 1)).resilience())
        .isEqualTo(new Condition("f = 0", false));
  }
}
