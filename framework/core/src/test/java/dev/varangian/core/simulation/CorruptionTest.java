package dev.varangian.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.MessageFault;
import dev.varangian.spi.fault.Situation;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class CorruptionTest {
  private static final float[][] HONEST = {{1, 2}, {3, 4}, {5, 7}};
  private static final float[][] OWN = {{10, 20}, {30, 40}};
  private static final float[][] UNKNOWN = {};

  private record Forger(Knowledge knows, boolean common, BiConsumer<Situation, OutputRow> forgery)
      implements GradientFault {
    @Override
    public void forge(Situation situation, OutputRow out) {
      forgery.accept(situation, out);
    }
  }

  private record Sender(Optional<float[]> message) implements MessageFault {
    @Override
    public Knowledge knows() {
      return Knowledge.NOTHING;
    }

    @Override
    public Optional<float[]> send(Situation situation) {
      return message;
    }
  }

  @Test
  void each_agent_forges_from_its_own_gradient_and_the_honest_ones() {
    Forger fault =
        new Forger(
            Knowledge.ALL_GRADIENTS,
            false,
            (situation, out) -> {
              assertThat(situation.agentRound().round()).isEqualTo(1);
              assertThat(situation.honest()).hasSize(3);
              out.scale(-situation.honest().get(1).get(0), situation.own());
            });

    assertThat(new Corruption(fault, HONEST, OWN).sent(2))
        .map(Optional::orElseThrow)
        .containsExactly(new float[] {-30, -60}, new float[] {-90, -120});
  }

  @Test
  void what_all_send_is_forged_once() {
    Forger fault =
        new Forger(
            Knowledge.NOTHING,
            true,
            (situation, out) -> out.fill(situation.agentRound().agent() + Float.NaN));

    assertThat(new Corruption(fault, HONEST, UNKNOWN).sent(3))
        .map(Optional::orElseThrow)
        .hasSize(3)
        .containsOnly(new float[] {Float.NaN, Float.NaN});
  }

  @Test
  void messages_are_as_they_are_sent() {
    assertThat(new Corruption(new Sender(Optional.empty()), HONEST, UNKNOWN).sent(2))
        .containsExactly(Optional.empty(), Optional.empty());
    assertThat(
            new Corruption(new Sender(Optional.of(new float[] {1, 2, 3})), HONEST, UNKNOWN).sent(1))
        .map(Optional::orElseThrow)
        .containsExactly(new float[] {1, 2, 3});
  }

  @Test
  void own_gradients_that_are_asked_for_must_be_known() {
    Forger fault =
        new Forger(
            Knowledge.OWN_GRADIENT, false, (situation, out) -> out.scale(-1, situation.own()));

    assertThatThrownBy(() -> new Corruption(fault, HONEST, UNKNOWN).sent(1))
        .isInstanceOfSatisfying(
            ConfigurationException.class, e -> assertThat(e.parameter()).isEqualTo(Corruption.OWN));
  }

  @Test
  void a_fault_gets_no_more_than_it_declares_to_know() {
    Forger curious =
        new Forger(Knowledge.OWN_GRADIENT, false, (situation, out) -> situation.honest());
    Forger blind = new Forger(Knowledge.NOTHING, false, (situation, out) -> situation.own());

    assertThatThrownBy(() -> new Corruption(curious, HONEST, OWN).sent(1))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Corruption(blind, HONEST, OWN).sent(1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_fault_on_data_sends_the_correct_gradient_if_it_leaves_the_data_alone() {
    DataFault idle = (batch, at) -> {};
    DataFault flipping = (batch, at) -> batch.setTarget(0, 1);

    assertThat(new Corruption(idle, HONEST, OWN).sent(2))
        .map(Optional::orElseThrow)
        .containsExactly(OWN[0], OWN[1]);
    assertThatThrownBy(() -> new Corruption(flipping, HONEST, OWN).sent(2))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e -> assertThat(e.parameter()).isEqualTo(Corruption.DATA));
  }
}
