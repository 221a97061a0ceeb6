package dev.varangian.spi.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.varangian.tensor.Parameter;
import dev.varangian.tensor.Tape;
import dev.varangian.tensor.Tensor;
import dev.varangian.tensor.operation.Shape;
import org.junit.jupiter.api.Test;

final class LayersTest {

  @Test
  void a_dense_layer_has_weights_and_biases_within_one_over_the_root_of_its_inputs() {
    Tape tape = Tape.recording();
    Tensor y = Layers.on(tape).dense("hidden", tape.input(Shape.of(3, 16)), 5);
    assertThat(y.shape()).isEqualTo(Shape.of(3, 5));
    assertThat(tape.parameters())
        .containsExactly(
            new Parameter("hidden.weight", Shape.of(16, 5), 0, 0, 0.25),
            new Parameter("hidden.bias", Shape.of(5), 80, 0, 0.25));
  }

  @Test
  void a_convolution_counts_its_window_as_inputs() {
    Tape tape = Tape.recording();
    Tensor y = Layers.on(tape).conv2d("conv", tape.input(Shape.of(2, 9, 8, 4)), 7, 2);
    assertThat(y.shape()).isEqualTo(Shape.of(2, 8, 7, 7));
    assertThat(tape.parameters())
        .containsExactly(
            new Parameter("conv.weight", Shape.of(7, 2, 2, 4), 0, 0, 0.25),
            new Parameter("conv.bias", Shape.of(7), 112, 0, 0.25));
  }

  @Test
  void the_gain_of_relu_widens_weights_and_clears_biases() {
    Tape tape = Tape.recording();
    Layers.on(tape).with(Layers.Gain.RELU).dense("hidden", tape.input(Shape.of(1, 6)), 2);
    assertThat(tape.parameters())
        .containsExactly(
            new Parameter("hidden.weight", Shape.of(6, 2), 0, 0, 1),
            new Parameter("hidden.bias", Shape.of(2), 12, 0, 0));
  }

  @Test
  void a_convolution_may_move_by_more_than_a_pixel_over_padded_images() {
    Tape tape = Tape.recording();
    Tensor y = Layers.on(tape).conv2d("conv", tape.input(Shape.of(2, 9, 8, 4)), 7, 3, 2, 1);
    assertThat(y.shape()).isEqualTo(Shape.of(2, 5, 4, 7));
    assertThat(tape.parameters())
        .extracting(Parameter::name, Parameter::shape)
        .containsExactly(
            tuple("conv.weight", Shape.of(7, 3, 3, 4)), tuple("conv.bias", Shape.of(7)));
  }

  @Test
  void normalisations_begin_with_scale_one_and_shift_zero() {
    Tape tape = Tape.recording();
    Layers layers = Layers.on(tape).with(Layers.Gain.RELU);
    Tensor x = layers.batchNorm("first", tape.input(Shape.of(2, 9, 8, 4)));
    assertThat(layers.layerNorm("second", x).shape()).isEqualTo(Shape.of(2, 9, 8, 4));
    assertThat(tape.parameters())
        .containsExactly(
            new Parameter("first.scale", Shape.of(4), 0, 1, 0),
            new Parameter("first.shift", Shape.of(4), 4, 0, 0),
            new Parameter("second.scale", Shape.of(4), 8, 1, 0),
            new Parameter("second.shift", Shape.of(4), 12, 0, 0));
  }

  @Test
  void a_parameter_of_its_own_is_declared_as_given() {
    Tape tape = Tape.recording();
    Tensor offset = Layers.on(tape).parameter("offset", Shape.of(3), 0.5);
    assertThat(offset.shape()).isEqualTo(Shape.of(3));
    assertThat(tape.parameters()).containsExactly(new Parameter("offset", Shape.of(3), 0, 0, 0.5));
  }

  @Test
  void inputs_of_too_few_dimensions_are_refused_with_their_shape() {
    Tape tape = Tape.recording();
    Tensor flat = tape.input(Shape.of(4, 784));
    assertThatThrownBy(() -> Layers.on(tape).conv2d("conv", flat, 20, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[4, 784]");
    Tensor numbers = tape.input(Shape.of(4));
    assertThatThrownBy(() -> Layers.on(tape).dense("dense", numbers, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[4]");
  }
}
