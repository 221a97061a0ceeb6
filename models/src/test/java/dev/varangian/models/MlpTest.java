package dev.varangian.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.varangian.spi.training.Layers;
import dev.varangian.tensor.Parameter;
import dev.varangian.tensor.Tape;
import dev.varangian.tensor.Tensor;
import dev.varangian.tensor.operation.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MlpTest {

  @Test
  void has_79510_parameters_on_mnist_with_one_layer_of_a_hundred() {
    assertThat(mlp(100, 1, Mlp.Activation.RELU, Layers.Gain.DEFAULT, 28, 28, 1).dimension())
        .isEqualTo(79_510);
  }

  @Test
  void its_layers_follow_one_another() {
    assertThat(mlp(4, 3, Mlp.Activation.RELU, Layers.Gain.DEFAULT, 2, 3).parameters())
        .extracting(Parameter::name, Parameter::shape)
        .containsExactly(
            tuple("dense1.weight", Shape.of(6, 4)),
            tuple("dense1.bias", Shape.of(4)),
            tuple("dense2.weight", Shape.of(4, 4)),
            tuple("dense2.bias", Shape.of(4)),
            tuple("dense3.weight", Shape.of(4, 4)),
            tuple("dense3.bias", Shape.of(4)),
            tuple("dense4.weight", Shape.of(4, 10)),
            tuple("dense4.bias", Shape.of(10)));
  }

  @ParameterizedTest
  @EnumSource
  void the_activation_follows_each_layer_but_the_last(Mlp.Activation activation) {
    float bias = -0.5f;
    Tape tape = Tape.eager(2, 0.25f, 3, bias);
    Tensor input = tape.input(Shape.of(2, 1), 0.5f, -1);
    Mlp mlp = new Mlp(new Mlp.Parameters(1, 1, activation, Layers.Gain.DEFAULT));

    assertThat(mlp.scores(Layers.on(tape), input, 1).values())
        .containsExactly(
            (float) (3 * (double) expected(activation, 1.25)) + bias,
            (float) (3 * (double) expected(activation, -1.75)) + bias);
  }

  private static float expected(Mlp.Activation activation, double x) {
    return (float)
        switch (activation) {
          case RELU -> Math.max(x, 0);
          case TANH -> StrictMath.tanh(x);
          case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
        };
  }

  @Test
  void the_gain_sets_the_initial_weights() {
    assertThat(mlp(4, 1, Mlp.Activation.RELU, Layers.Gain.RELU, 6).parameters())
        .extracting(Parameter::bound)
        .containsExactly(1.0, 0.0, Math.sqrt(6 / 4.0), 0.0);
    assertThat(mlp(4, 1, Mlp.Activation.RELU, Layers.Gain.DEFAULT, 16).parameters())
        .extracting(Parameter::bound)
        .containsExactly(0.25, 0.25, 0.5, 0.5);
  }

  @ParameterizedTest
  @EnumSource
  void gradient_steps_reduce_its_loss(Mlp.Activation activation) {
    Initialised mlp = mlp(50, 2, activation, Layers.Gain.RELU, 8, 8, 1);

    assertThat(mlp.lossAfter(0, 0)).isGreaterThan(1.5);
    assertThat(mlp.lossAfter(200, 0.3)).isLessThan(0.3);
  }

  private static Initialised mlp(
      int hidden, int layers, Mlp.Activation activation, Layers.Gain gain, int... inputShape) {
    return new Initialised(
        new Mlp(new Mlp.Parameters(hidden, layers, activation, gain)), 10, inputShape);
  }
}
