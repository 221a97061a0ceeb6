package dev.varangian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.spi.Condition;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final float[][] GRADIENTS = {{1, -2}, {3, 4}, {5, 6}};

  @Test
  void gradient_reverse_scales_each_faulty_agents_own_gradient() {
    GradientReverse fault = new GradientReverse(new GradientReverse.Parameters(2.5));
    Exchange.Received received = Exchange.of(fault, 2, GRADIENTS, 1, 2);
    assertThat(received.vectors()[0]).containsExactly(-2.5f, 5);
    assertThat(received.vectors()[1]).containsExactly(-7.5f, -10);
    assertThat(received.vectors()[2]).containsExactly(5, 6);
    assertThat(received.missing()).isZero();
  }

  @Test
  void gradient_reverse_of_scale_zero_sends_zeros_and_beyond_all_floats_counts_as_missing() {
    GradientReverse zero = new GradientReverse(new GradientReverse.Parameters(0));
    assertThat(Exchange.of(zero, 1, GRADIENTS, 1, 1).missing()).isZero();
    GradientReverse huge = new GradientReverse(new GradientReverse.Parameters(1e300));
    assertThat(Exchange.of(huge, 1, GRADIENTS, 1, 1).missing()).isEqualTo(1);
  }

  @Test
  void label_flip_turns_the_classes_round() {
    for (int classes = 1; classes <= 5; classes++) {
      ArrayBatch batch = new ArrayBatch(classes, 0, classes - 1, classes / 2);
      new LabelFlip().corrupt(batch, 1, 0);
      assertThat(batch.targets()).containsExactly(classes - 1, 0, classes - 1 - classes / 2);
    }
  }

  @Test
  void label_flip_needs_classes() {
    assertThat(new LabelFlip().accepts(new NoSamples(0)))
        .isEqualTo(new Condition("a data set with classes", false));
    assertThat(new LabelFlip().accepts(new NoSamples(2)).met()).isTrue();
  }

  @Test
  void none_changes_nothing() {
    ArrayBatch batch = new ArrayBatch(3, 0, 1, 2);
    new None().corrupt(batch, 1, 0);
    assertThat(batch.targets()).containsExactly(0, 1, 2);
    assertThat(Exchange.of(new None(), 2, GRADIENTS, 1, 1).vectors()).isEqualTo(GRADIENTS);
  }

  @Test
  void of_silent_agents_nothing_arrives() {
    Exchange.Received received = Exchange.of(new Silent(), 2, GRADIENTS, 1, 2);
    assertThat(received.missing()).isEqualTo(2);
    assertThat(received.vectors()).isEqualTo(new float[][] {{0, 0}, {0, 0}, {5, 6}});
  }
}
