package dev.varangian.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.varangian.spi.training.Layers;
import dev.varangian.tensor.Parameter;
import dev.varangian.tensor.Tape;
import dev.varangian.tensor.Tensor;
import dev.varangian.tensor.operation.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearRegressionTest {
  private static final LinearRegression PLAIN = regression(false);
  private static final LinearRegression WITH_INTERCEPT = regression(true);

  @Test
  void has_one_coefficient_for_each_feature_and_output() {
    Tape tape = Tape.recording();
    PLAIN.scores(Layers.on(tape), tape.input(Shape.of(7, 2, 3, 1)), 4);

    assertThat(tape.parameters())
        .extracting(Parameter::name, Parameter::shape, Parameter::bound)
        .containsExactly(tuple("dense.weight", Shape.of(6, 4), 1 / Math.sqrt(6)));
  }

  @Test
  void an_intercept_is_one_more_parameter_for_each_output() {
    Tape tape = Tape.recording();
    WITH_INTERCEPT.scores(Layers.on(tape), tape.input(Shape.of(7, 6)), 4);

    assertThat(tape.parameters())
        .extracting(Parameter::name, Parameter::shape)
        .containsExactly(tuple("dense.weight", Shape.of(6, 4)), tuple("dense.bias", Shape.of(4)));
  }

  @Test
  void predicts_the_product_with_its_coefficients() {
    Tape tape = Tape.eager(1, 2, 3, 4, 10, 20);
    Tensor inputs = tape.input(Shape.of(3, 2), 1, 0, 0, 1, 5, -1);

    assertThat(WITH_INTERCEPT.scores(Layers.on(tape), inputs, 2).values())
        .containsExactly(11, 22, 13, 24, 12, 26);
  }

  @Test
  void the_rows_of_a_system_of_equations_share_their_coefficients() {
    Tape tape = Tape.eager(1, 10, 100);
    Tensor systems = tape.input(Shape.of(2, 2, 3), 1, 2, 3, 4, 5, 6, 0, 0, 1, 0, 1, 0);
    Tensor scores = PLAIN.scores(Layers.on(tape), systems, 2);

    assertThat(tape.dimension()).isEqualTo(3);
    assertThat(scores.shape()).isEqualTo(Shape.of(2, 2));
    assertThat(scores.values()).containsExactly(321, 654, 100, 10);
  }

  @Test
  void the_loss_is_the_mean_square_over_samples_and_outputs() {
    Tape tape = Tape.eager(1, 2);
    Tensor scores = PLAIN.scores(Layers.on(tape), tape.input(Shape.of(3, 1), 1, 2, 3), 2);
    Tensor loss = PLAIN.loss(scores, tape.input(Shape.of(3, 2), 0, 2, 2, 2, 3, 0));

    // The differences are 1, 0, 0, 2, 0, 6.
    assertThat(loss.values()).containsExactly(41 / 6f);
  }

  @Test
  void its_gradient_is_that_of_the_normal_equations() {
    Tape tape = Tape.eager(1, 2, 0.5f, -1);
    Tensor inputs = tape.input(Shape.of(3, 2), 1, 2, 3, 4, 5, -6);
    Tensor targets = tape.input(Shape.of(3, 2), 1, 0, 2, 0, 0, 3);
    Tensor loss = PLAIN.loss(PLAIN.scores(Layers.on(tape), inputs, 2), targets);

    List<float[]> gradients = tape.gradients(loss);

    // Predictions 2 0, 5 2, 2 16; differences r = 1 0, 3 2, 2 13; dW = X^T r / 3, dX = r W^T / 3.
    assertThat(gradients.get(0))
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(1 / 3f, 0.5f / 3, 7 / 3f, -0.5f / 3, 28 / 3f, -12 / 3f);
    assertThat(gradients.get(2))
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(20 / 3f, 71 / 3f, 2 / 3f, -70 / 3f);
  }

  @Test
  void classes_are_rejected_as_targets() {
    Tape tape = Tape.recording();
    Tensor scores = PLAIN.scores(Layers.on(tape), tape.input(Shape.of(3, 2)), 10);
    Tensor classes = tape.input(Shape.of(3));

    assertThatThrownBy(() -> PLAIN.loss(scores, classes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "its targets are classes, expected numbers to predict (nearest model for classes:"
                + " softmax-regression)");
  }

  private static LinearRegression regression(boolean intercept) {
    return new LinearRegression(new LinearRegression.Parameters(intercept));
  }
}
