package dev.varangian.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.tensor.operation.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class TapeTest {

  @Test
  void the_example_of_the_documentation_holds() {
    Tape tape = Tape.eager();
    Tensor x = tape.input(Shape.of(2), 1f, -3f);
    Tensor y = x.multiply(x).sum();
    assertThat(y.values()).containsExactly(10);
    assertThat(tape.gradients(y).get(0)).containsExactly(2, -6);
  }

  @Test
  void gradients_come_in_the_order_of_inputs_and_parameters() {
    Tape tape = Tape.eager(5, 7);
    Tensor weight = tape.parameter("weight", Shape.of(1), 0);
    Tensor x = tape.input(Shape.of(1), 3);
    Tensor bias = tape.parameter("bias", Shape.of(1), 0);
    List<float[]> gradients = tape.gradients(x.multiply(weight).add(bias).sum());
    assertThat(gradients).usingRecursiveComparison().isEqualTo(List.of(f(3), f(5), f(1)));
  }

  @Test
  void unused_inputs_and_parameters_have_gradient_zero() {
    Tape tape = Tape.eager(5);
    Tensor x = tape.input(Shape.of(1), 3);
    tape.input(Shape.of(2), 1, 2);
    tape.parameter("idle", Shape.of(1), 0);
    List<float[]> gradients = tape.gradients(x.sum());
    assertThat(gradients).usingRecursiveComparison().isEqualTo(List.of(f(1), f(0, 0), f(0)));
  }

  private static float[] f(float... values) {
    return values;
  }

  @Test
  void parameters_follow_one_another_in_the_weights() {
    Tape tape = Tape.recording();
    tape.parameter("a", Shape.of(2, 3), 0.5);
    tape.parameter("b", Shape.of(4), 1, 0);
    assertThat(tape.parameters())
        .containsExactly(
            new Parameter("a", Shape.of(2, 3), 0, 0, 0.5),
            new Parameter("b", Shape.of(4), 6, 1, 0));
    assertThat(tape.dimension()).isEqualTo(10);
  }

  @Test
  void tensors_of_a_recording_tape_have_no_values() {
    Tensor x = Tape.recording().input(Shape.of(1));
    assertThatThrownBy(x::values)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("only tensors of an eager tape have values");
  }

  @Test
  void operands_on_different_tapes_are_refused() {
    Tensor x = Tape.recording().input(Shape.of(1));
    Tensor y = Tape.recording().input(Shape.of(1));
    assertThatThrownBy(() -> x.add(y))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the operands are on different tapes");
  }

  @Test
  void gradients_of_a_tensor_on_another_tape_are_refused() {
    Tensor x = Tape.eager().input(Shape.of(1), 1);
    assertThatThrownBy(() -> Tape.eager().gradients(x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the tensor is on another tape");
  }

  @Test
  void sums_are_added_in_double() {
    Tape tape = Tape.eager();
    Tensor x = tape.input(Shape.of(3), 1e12f, 1, -1e12f);
    assertThat(x.sum().values()).containsExactly(1);
    assertThat(x.mean().values()).containsExactly(1 / 3f);
  }

  @Test
  void relu_has_derivative_zero_at_zero() {
    Tape tape = Tape.eager();
    Tensor x = tape.input(Shape.of(3), -0f, 0f, Float.MIN_VALUE);
    assertThat(x.relu().values()).containsExactly(0f, 0f, Float.MIN_VALUE);
    assertThat(tape.gradients(x.relu().sum()).get(0)).containsExactly(0, 0, 1);
  }

  @Test
  void every_operation_passes_on_a_nan() {
    Tape tape = Tape.eager();
    Tensor x = tape.input(Shape.of(1, 2, 2, 1), 1, Float.NaN, 2, -3);
    assertThat(x.relu().values()).containsExactly(1, Float.NaN, 2, 0);
    assertThat(x.maxPool2d(2).values()).containsExactly(Float.NaN);
    assertThat(x.flatten().softmaxCrossEntropy(tape.input(Shape.of(1), 0)).values())
        .containsExactly(Float.NaN);
    assertThat(x.flatten().softmax().values()).containsOnly(Float.NaN);
    assertThat(x.gelu().values()[1]).isNaN();
    assertThat(x.averagePool2d(2).values()).containsExactly(Float.NaN);
  }

  @Test
  void the_first_of_equal_maxima_receives_the_gradient() {
    Tape tape = Tape.eager();
    Tensor x = tape.input(Shape.of(1, 2, 2, 1), 1, 4, 4, 4);
    assertThat(tape.gradients(x.maxPool2d(2).sum()).get(0)).containsExactly(0, 1, 0, 0);
  }

  @Test
  void softmax_cross_entropy_overflows_for_no_finite_scores() {
    Tape tape = Tape.eager();
    Tensor scores = tape.input(Shape.of(1, 2), 1e38f, -1e38f);
    Tensor loss = scores.softmaxCrossEntropy(tape.input(Shape.of(1), 1));
    assertThat(loss.values()).containsExactly(2e38f);
    assertThat(tape.gradients(loss).get(0)).containsExactly(1, -1);
  }

  @Test
  void softmax_overflows_for_no_finite_values() {
    Tape tape = Tape.eager();
    Tensor y = tape.input(Shape.of(3), 3e38f, -3e38f, 3e38f).softmax();
    assertThat(y.values()).containsExactly(0.5f, 0, 0.5f);
  }

  @Test
  void gelu_is_exact_in_its_tails() {
    Tape tape = Tape.eager();
    Tensor x = tape.input(Shape.of(6), -1e30f, -40, -8, -5, 5, 1e30f);
    // -8 P(-8) = -4.97676845942e-15, -5 P(-5) = -1.4332578594e-6, 5 P(5) = 4.99999856674.
    assertThat(x.gelu().values())
        .containsExactly(-0f, -0f, -4.9767683e-15f, -1.4332578e-6f, 4.9999986f, 1e30f);
    assertThat(tape.gradients(x.gelu().sum()).get(0)).startsWith(0f, 0f).endsWith(1f);
  }

  @Test
  void what_differs_between_training_and_evaluation_needs_a_mode() {
    Tape tape = Tape.eager();
    Tensor x = tape.input(Shape.of(2, 1), 1, 2);
    Tensor one = tape.input(Shape.of(1), 1);
    assertThatThrownBy(() -> x.dropout(0.5))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("run without a mode");
    assertThatThrownBy(() -> x.batchNorm(one, one))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("run without a mode");
  }

  @Test
  void values_that_are_not_classes_are_refused() {
    for (float label : new float[] {-1, 2, 0.5f, Float.NaN}) {
      Tape tape = Tape.eager();
      Tensor scores = tape.input(Shape.of(1, 2), 1, 2);
      Tensor classes = tape.input(Shape.of(1), label);
      assertThatThrownBy(() -> scores.softmaxCrossEntropy(classes))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "softmaxCrossEntropy: class " + label + ", expected a whole number from 0 to 1");
    }
  }

  interface Mistake {
    void make(Tape tape);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("neither the shape [2, 3] nor its", t -> input(t, 2, 3).add(input(t, 2))),
        mistake("neither the shape [3] nor its", t -> input(t, 3).multiply(input(t, 2, 3))),
        mistake("[2, 3] and [5] differ in size", t -> input(t, 2, 3).reshape(5)),
        mistake(
            "dense: samples [2, 3], weight [4, 5], bias [5]",
            t -> input(t, 2, 3).dense(input(t, 4, 5), input(t, 5))),
        mistake(
            "a window no larger than the images",
            t -> input(t, 1, 2, 2, 1).conv2d(input(t, 1, 3, 1, 1), input(t, 1))),
        mistake("of at least 3 x 3", t -> input(t, 1, 2, 3, 1).maxPool2d(3)),
        mistake("a window of size 0", t -> input(t, 1, 2, 3, 1).maxPool2d(0)),
        mistake(
            "scores [2, 3] and classes [3]", t -> input(t, 2, 3).softmaxCrossEntropy(input(t, 3))),
        mistake("[2, 3] and targets [3]", t -> input(t, 2, 3).meanSquaredError(input(t, 3))),
        mistake(
            "matmul: [3, 2] and [3, 2], expected [..., rows, inner] and [inner, columns]",
            t -> input(t, 3, 2).matmul(input(t, 3, 2))),
        mistake(
            "matmul: [2, 3, 4] and [5, 4, 3]", t -> input(t, 2, 3, 4).matmul(input(t, 5, 4, 3))),
        mistake("matmul: [4] and [4, 3]", t -> input(t, 4).matmul(input(t, 4, 3))),
        mistake(
            "no larger than the images with a padding of 1",
            t -> input(t, 1, 2, 2, 1).conv2d(input(t, 1, 5, 1, 1), input(t, 1), 1, 1)),
        mistake(
            "conv2d: stride 0 and padding 0",
            t -> input(t, 1, 2, 2, 1).conv2d(input(t, 1, 1, 1, 1), input(t, 1), 0, 0)),
        mistake(
            "conv2d: stride 1 and padding -1",
            t -> input(t, 1, 2, 2, 1).conv2d(input(t, 1, 1, 1, 1), input(t, 1), 1, -1)),
        mistake("of at least 3 x 3", t -> input(t, 1, 2, 3, 1).averagePool2d(3)),
        mistake("a window of size 0 x 0", t -> input(t, 1, 2, 3, 1).averagePool2d(0)),
        mistake("shape [2, 3] has no dimension 2", t -> input(t, 2, 3).globalAveragePool2d()),
        mistake(
            "concat: [2, 3] and [3, 3] differ in a dimension other than 1",
            t -> input(t, 2, 3).concat(1, input(t, 3, 3))),
        mistake("concat: [2, 3] and [2]", t -> input(t, 2, 3).concat(1, input(t, 2))),
        mistake("shape [2, 3] has no dimension 2", t -> input(t, 2, 3).concat(2, input(t, 2, 3))),
        mistake("softmax: a scalar", t -> t.input(Shape.of()).softmax()),
        mistake("dropout: rate 1.0, expected at least 0 and below 1", t -> input(t, 2).dropout(1)),
        mistake("dropout: rate -0.1", t -> input(t, 2).dropout(-0.1)),
        mistake("dropout: rate NaN", t -> input(t, 2).dropout(Double.NaN)),
        mistake(
            "layerNorm: [2] is neither the shape [2, 3] nor its",
            t -> input(t, 2, 3).layerNorm(input(t, 2), input(t, 2))),
        mistake(
            "layerNorm: scale [3] and shift [2, 3] differ in shape",
            t -> input(t, 2, 3).layerNorm(input(t, 3), input(t, 2, 3))),
        mistake(
            "batchNorm: values [2, 3], scale [2], shift [2], expected [samples, ..., channels]",
            t -> input(t, 2, 3).batchNorm(input(t, 2), input(t, 2))),
        mistake("batchNorm: values [3]", t -> input(t, 3).batchNorm(input(t, 3), input(t, 3))),
        mistake("has no dimension 0", t -> t.input(Shape.of()).flatten()),
        mistake("shape [2, 3] has no dimension 3", t -> input(t, 2, 3).shape().dimension(3)),
        mistake("must be positive: [2, 0]", t -> input(t, 2, 0)),
        mistake("more values than an array can hold", t -> input(t, 1 << 16, 1 << 15)),
        mistake("parameters are called twice", t -> twice(t, "twice", Shape.of(1))),
        mistake("more parameters than an array", t -> twice(t, "", Shape.of(1 << 15, 1 << 15))));
  }

  private static Arguments mistake(String message, Mistake mistake) {
    return Arguments.of(message, mistake);
  }

  private static Tensor input(Tape tape, int... dimensions) {
    return tape.input(Shape.of(dimensions));
  }

  private static void twice(Tape tape, String name, Shape shape) {
    tape.parameter(name, shape, 0);
    tape.parameter(name.isEmpty() ? "another" : name, shape, 0);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void a_mistake_is_refused_with_a_message(String message, Mistake mistake) {
    Tape tape = Tape.recording();
    assertThatThrownBy(() -> mistake.make(tape))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
