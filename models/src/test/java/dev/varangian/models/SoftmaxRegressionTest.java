package dev.varangian.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SoftmaxRegressionTest {

  @Test
  void has_one_weight_for_each_input_and_class_and_a_bias() {
    assertThat(regression(28, 28, 1).dimension()).isEqualTo(784 * 10 + 10);
    assertThat(regression(5).dimension()).isEqualTo(5 * 10 + 10);
  }

  @Test
  void it_starts_near_the_loss_of_guessing() {
    assertThat(regression(28, 28, 1).lossAfter(0, 0)).isCloseTo(Math.log(10), within(0.5));
  }

  @Test
  void gradient_steps_reduce_its_loss() {
    assertThat(regression(28, 28, 1).lossAfter(50, 0.1)).isLessThan(0.1);
  }

  private static Initialised regression(int... inputShape) {
    return new Initialised(new SoftmaxRegression(), 10, inputShape);
  }
}
