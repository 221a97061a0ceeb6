package dev.varangian.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.varangian.core.aggregation.RowView;
import dev.varangian.core.component.Calls;
import dev.varangian.core.wiring.ActiveFault;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class FaultyAgentsTest {
  private static final float[][] HONEST = {{1, 2}, {3, 4}, {5, 7}};
  private static final float[][] OWN = {{10, 20}, {30, 40}, {50, 60}};

  private record Forger(Knowledge knows, boolean common, BiConsumer<Situation, OutputRow> forgery)
      implements GradientFault {
    @Override
    public void forge(Situation situation, OutputRow out) {
      forgery.accept(situation, out);
    }
  }

  private static Row row(float[] values) {
    return new RowView(values, values.length);
  }

  /** What agents 0 to f-1 send in round 2. */
  private static List<Optional<float[]>> sent(Fault fault, int f) {
    List<Integer> agents = List.of(0, 1, 2).subList(0, f);
    List<Optional<float[]>> sent = new ArrayList<>();
    new FaultyAgents(Set.copyOf(agents), 2, new Calls())
        .send(
            new ActiveFault(fault, agents, 1, 2),
            2,
            new FaultyAgents.Facts(
                agent -> row(OWN[agent]),
                List.of(row(HONEST[0]), row(HONEST[1]), row(HONEST[2])),
                forgery -> {
                  throw new AssertionError("no filter");
                }),
            (agent, author, message) -> sent.add(message.map(FaultyAgents.Message::copy)));
    return sent;
  }

  @Test
  void each_agent_forges_from_its_own_gradient_and_the_honest_ones() {
    Forger fault =
        new Forger(
            Knowledge.ALL_GRADIENTS,
            false,
            (situation, out) -> {
              assertThat(situation.agentRound().round()).isEqualTo(2);
              assertThat(situation.honest()).hasSize(3);
              out.scale(-situation.honest().get(1).get(0), situation.own());
            });

    assertThat(sent(fault, 2))
        .map(Optional::orElseThrow)
        .containsExactly(new float[] {-30, -60}, new float[] {-90, -120});
  }

  @Test
  void a_common_vector_is_forged_once() {
    Forger fault =
        new Forger(
            Knowledge.NOTHING,
            true,
            (situation, out) -> out.fill(situation.agentRound().agent() + Float.NaN));

    assertThat(sent(fault, 3))
        .map(Optional::orElseThrow)
        .hasSize(3)
        .containsOnly(new float[] {Float.NaN, Float.NaN});
  }

  @Test
  void messages_are_passed_on_as_they_are_sent() {
    assertThat(sent(Faults.silent(), 2)).containsExactly(Optional.empty(), Optional.empty());
    Fault longer =
        new Faults.Send(Knowledge.NOTHING, situation -> Optional.of(new float[] {1, 2, 3}));
    assertThat(sent(longer, 1)).map(Optional::orElseThrow).containsExactly(new float[] {1, 2, 3});
  }

  @Test
  void a_fault_gets_only_what_it_declares_to_know() {
    Forger curious =
        new Forger(Knowledge.OWN_GRADIENT, false, (situation, out) -> situation.honest());
    Forger blind = new Forger(Knowledge.NOTHING, false, (situation, out) -> situation.own());

    assertThatIllegalStateException().isThrownBy(() -> sent(curious, 1));
    assertThatIllegalStateException().isThrownBy(() -> sent(blind, 1));
  }

  @Test
  void a_fault_on_data_sends_nothing_else() {
    assertThat(sent(new Faults.Negate(), 2)).isEmpty();
  }
}
