package dev.varangian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.conformance.check.NaiveOutput;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.fault.Fault;
import java.util.List;
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
      int middle = classes / 2;
      ArrayBatch batch = new ArrayBatch(classes, 0, classes - 1, middle);
      new LabelFlip().corrupt(batch, new AgentRound(1, 0));
      assertThat(batch.targets()).containsExactly(classes - 1, 0, classes - 1 - middle);
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
    new None().corrupt(batch, new AgentRound(1, 0));
    assertThat(batch.targets()).containsExactly(0, 1, 2);
    assertThat(Exchange.of(new None(), 2, GRADIENTS, 1, 1).vectors()).isEqualTo(GRADIENTS);
  }

  @Test
  void of_silent_agents_nothing_arrives() {
    Exchange.Received received = Exchange.of(new Silent(), 2, GRADIENTS, 1, 2);
    assertThat(received.missing()).isEqualTo(2);
    assertThat(received.vectors()).isEqualTo(new float[][] {{0, 0}, {0, 0}, {5, 6}});
  }

  @Test
  void what_is_not_finite_or_of_another_length_counts_as_missing() {
    List<Fault> faults =
        List.of(new NotANumber(), new Infinite(), new WrongLength(new Geometry(3, 2, 2)));
    for (Fault fault : faults) {
      Exchange.Received received = Exchange.of(fault, 2, GRADIENTS, 1, 2);
      assertThat(received.missing()).as(fault.getClass().getSimpleName()).isEqualTo(2);
      assertThat(received.vectors()).isEqualTo(new float[][] {{0, 0}, {0, 0}, {5, 6}});
    }
  }

  @Test
  void nan_and_inf_fill_every_coordinate() {
    float[] written = new float[3];
    new NotANumber().forge(new Blindfold(), new NaiveOutput(written));
    assertThat(written).containsExactly(Float.NaN, Float.NaN, Float.NaN);
    new Infinite().forge(new Blindfold(), new NaiveOutput(written));
    assertThat(written).containsOnly(Float.POSITIVE_INFINITY);
  }

  @Test
  void wrong_length_sends_one_number_less_even_of_one() {
    assertThat(new WrongLength(new Geometry(3, 1, 5)).send(new Blindfold()).orElseThrow())
        .hasSize(4);
    assertThat(new WrongLength(new Geometry(3, 1, 1)).send(new Blindfold()).orElseThrow())
        .isEmpty();
  }

  @Test
  void zero_arrives_and_is_not_missing() {
    Exchange.Received received = Exchange.of(new Zero(), 2, GRADIENTS, 1, 2);
    assertThat(received.missing()).isZero();
    assertThat(received.vectors()).isEqualTo(new float[][] {{0, 0}, {0, 0}, {5, 6}});
  }

  @Test
  void sign_flip_turns_the_mean_of_the_honest_round_or_each_ones_own() {
    float[][] gradients = {{100, 100}, {3, 4}, {5, -6}};
    SignFlip mean = new SignFlip(new SignFlip.Parameters(SignFlip.Of.MEAN));
    assertThat(Exchange.of(mean, 1, gradients, 1, 2).vectors())
        .isEqualTo(new float[][] {{-4, 1}, {3, 4}, {5, -6}});
    SignFlip own = new SignFlip(new SignFlip.Parameters(SignFlip.Of.OWN));
    assertThat(Exchange.of(own, 2, gradients, 1, 2).vectors())
        .isEqualTo(new float[][] {{-100, -100}, {-3, -4}, {5, -6}});
  }

  @Test
  void coordinate_wise_takes_the_f_th_smallest_of_the_honest_alone_and_all_send_it() {
    float[][] gradients = {{-900, 900}, {900, -900}, {3, 8}, {1, 7}, {2, 7}};
    CoordinateWise fault = new CoordinateWise(new Geometry(5, 2, 2));
    assertThat(Exchange.of(fault, 2, gradients, 1, 2).vectors())
        .isEqualTo(new float[][] {{2, 7}, {2, 7}, {3, 8}, {1, 7}, {2, 7}});
  }

  @Test
  void coordinate_wise_needs_as_many_honest_agents_as_faulty_ones() {
    assertThat(new CoordinateWise(new Geometry(4, 2, 1)).hardBound())
        .isEqualTo(new Condition("n >= 2f", true));
    assertThat(new CoordinateWise(new Geometry(3, 2, 1)).hardBound())
        .isEqualTo(new Condition("n >= 2f", false));
    float[][] gradients = {{0}, {0}, {3}, {4}};
    assertThat(Exchange.of(new CoordinateWise(new Geometry(4, 2, 1)), 2, gradients, 1, 1).vectors())
        .isEqualTo(new float[][] {{4}, {4}, {3}, {4}});
  }

  @Test
  void norm_confusing_is_as_long_as_the_next_after_the_f_longest_honest_ones() {
    float[][] gradients = {{3, 4}, {0, 1e-30f}, {0, 50}, {40, 0}, {0, 30}};
    NormConfusing fault = new NormConfusing(new Geometry(5, 2, 2));
    float[][] received = Exchange.of(fault, 2, gradients, 1, 2).vectors();
    assertThat(received[0]).containsExactly(-18, -24);
    assertThat(received[1]).containsExactly(0, -30);
  }

  @Test
  void norm_confusing_leaves_a_zero_gradient_and_copes_with_extreme_ones() {
    float[][] gradients = {{0, 0}, {Float.MIN_VALUE, 0}, {1e38f, 0}, {0, 1e38f}, {1e38f, 0}};
    NormConfusing fault = new NormConfusing(new Geometry(5, 2, 2));
    Exchange.Received received = Exchange.of(fault, 2, gradients, 1, 2);
    assertThat(received.missing()).isZero();
    assertThat(received.vectors()[0]).containsExactly(0, 0);
    assertThat(received.vectors()[1]).containsExactly(-1e38f, 0);
  }

  @Test
  void norm_confusing_needs_more_honest_agents_than_faulty_ones() {
    assertThat(new NormConfusing(new Geometry(5, 2, 1)).hardBound())
        .isEqualTo(new Condition("n > 2f", true));
    assertThat(new NormConfusing(new Geometry(4, 2, 1)).hardBound())
        .isEqualTo(new Condition("n > 2f", false));
  }
}
