package dev.varangian.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.varangian.spi.training.Layers;
import dev.varangian.tensor.Parameter;
import dev.varangian.tensor.operation.Shape;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class LeNetTest {

  @Test
  void has_the_papers_number_of_parameters_on_mnist() {
    assertThat(leNet(Layers.Gain.DEFAULT, 28, 28, 1).dimension()).isEqualTo(431_080);
  }

  @Test
  void has_the_papers_number_of_parameters_on_cifar10() {
    assertThat(leNet(Layers.Gain.DEFAULT, 32, 32, 3).dimension()).isEqualTo(657_080);
  }

  @Test
  void its_parameters_are_those_of_the_four_layers_in_order() {
    assertThat(leNet(Layers.Gain.DEFAULT, 28, 28, 1).parameters())
        .extracting(Parameter::name, Parameter::shape)
        .containsExactly(
            parameter("conv1.weight", 20, 5, 5, 1),
            parameter("conv1.bias", 20),
            parameter("conv2.weight", 50, 5, 5, 20),
            parameter("conv2.bias", 50),
            parameter("dense1.weight", 800, 500),
            parameter("dense1.bias", 500),
            parameter("dense2.weight", 500, 10),
            parameter("dense2.bias", 10));
  }

  @Test
  void it_starts_near_the_loss_of_guessing() {
    assertThat(leNet(Layers.Gain.DEFAULT, 28, 28, 1).lossAfter(0, 0))
        .isCloseTo(Math.log(10), within(0.05));
  }

  @Test
  void gradient_steps_reduce_its_loss() {
    assertThat(leNet(Layers.Gain.DEFAULT, 28, 28, 1).lossAfter(60, 0.1)).isLessThan(0.5);
  }

  @Test
  void the_gain_sets_the_initial_weights() {
    assertThat(leNet(Layers.Gain.DEFAULT, 28, 28, 1).parameters())
        .extracting(Parameter::bound)
        .startsWith(1 / Math.sqrt(25), 1 / Math.sqrt(25), 1 / Math.sqrt(500), 1 / Math.sqrt(500));
    assertThat(leNet(Layers.Gain.RELU, 28, 28, 1).parameters())
        .extracting(Parameter::bound)
        .startsWith(Math.sqrt(6 / 25.0), 0.0, Math.sqrt(6 / 500.0), 0.0);
  }

  @Test
  void images_of_sixteen_are_the_smallest() {
    assertThat(leNet(Layers.Gain.DEFAULT, 16, 16, 1).dimension()).isPositive();
    assertThatThrownBy(() -> leNet(Layers.Gain.DEFAULT, 16, 15, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the inputs have shape [10, 16, 15, 1],"
                + " expected images [samples, height, width, channels] of at least 16 x 16");
  }

  @Test
  void inputs_that_are_not_images_are_rejected() {
    assertThatThrownBy(() -> leNet(Layers.Gain.DEFAULT, 784))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the inputs have shape [10, 784], expected images");
  }

  private static Tuple parameter(String name, int... shape) {
    return tuple(name, Shape.of(shape));
  }

  private static Initialised leNet(Layers.Gain gain, int... inputShape) {
    return new Initialised(new LeNet(new LeNet.Parameters(gain)), 10, inputShape);
  }
}
