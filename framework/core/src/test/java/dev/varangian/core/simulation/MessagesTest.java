package dev.varangian.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.varangian.core.aggregation.RowView;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.wiring.ActiveFault;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final int D = 3;

  private final float[][] gradients = {
    {1, 2, 3, 0}, {4, 5, 6, 0}, {7, 8, 9, 0}, {Float.NaN, 0, 0, 0}
  };
  private final double[] norms = new double[4];
  private final ThreadTeam workers = new ThreadTeam(2);

  private Messages exchange(int round, ActiveFault... faults) {
    TreeSet<Integer> faulty = new TreeSet<>();
    Arrays.stream(faults).forEach(fault -> faulty.addAll(fault.agents()));
    Messages messages = new Messages(List.of(faults), faulty, 4, D);
    exchange(messages, round);
    return messages;
  }

  private void exchange(Messages messages, int round) {
    for (int i = 0; i < 4; i++) {
      norms[i] = new RowView(gradients[i], D).squaredNorm();
    }
    messages.exchange(gradients, round, norms, workers);
  }

  private static ActiveFault always(Fault fault, Integer... agents) {
    return new ActiveFault(fault, List.of(agents), 1, Integer.MAX_VALUE);
  }

  private static float[] first(float[] row) {
    return Arrays.copyOf(row, D);
  }

  @Test
  void an_honest_agents_vector_is_its_gradients_row_itself() {
    Messages messages = exchange(1, always(Faults.silent(), 3));
    for (int agent = 0; agent < 3; agent++) {
      assertThat(messages.received()[agent]).isSameAs(gradients[agent]);
    }
    assertThat(norms).containsExactly(14, 77, 194, 0);
    assertThat(messages.missing()).isEqualTo(1);
  }

  @Test
  void a_forged_vector_leaves_the_agents_own_gradient_alone() {
    Messages messages = exchange(1, always(new Faults.Scale(-2), 1));
    assertThat(first(messages.received()[1])).containsExactly(-8, -10, -12);
    assertThat(gradients[1]).containsExactly(4, 5, 6, 0);
    assertThat(norms[1]).isEqualTo(4 * 77);
    assertThat(messages.missing()).isZero();
  }

  @Test
  void an_output_row_is_all_zeros_each_time_and_what_is_not_written_stays_zero() {
    ActiveFault fault =
        always(
            new Faults.Forge(
                Knowledge.NOTHING,
                (s, out) -> {
                  if (s.agentRound().round() == 1) {
                    out.fill(5);
                  } else {
                    out.set(1, new float[] {7}, 0, 1);
                  }
                }),
            0);
    Messages messages = exchange(1, fault);
    exchange(messages, 2);
    assertThat(first(messages.received()[0])).containsExactly(0, 7, 0);
    assertThat(messages.missing()).isZero();
  }

  @Test
  void a_vector_of_zeros_that_arrives_is_not_missing() {
    Messages messages =
        exchange(
            1,
            always(new Faults.Forge(Knowledge.NOTHING, (s, out) -> out.fill(0)), 0),
            always(new Faults.Send(Knowledge.NOTHING, s -> Optional.of(new float[D])), 1));
    assertThat(messages.missing()).isZero();
  }

  @Test
  void what_is_absent_of_another_length_or_not_finite_is_missing_and_zero() {
    List<Optional<float[]>> bad =
        List.of(
            Optional.empty(),
            Optional.of(new float[0]),
            Optional.of(new float[D - 1]),
            Optional.of(new float[] {1, 2, 3, 4}),
            Optional.of(new float[] {1, Float.NaN, 3}),
            Optional.of(new float[] {1, 2, Float.POSITIVE_INFINITY}),
            Optional.of(new float[] {Float.NEGATIVE_INFINITY, 0, Float.POSITIVE_INFINITY}));
    for (Optional<float[]> message : bad) {
      Messages messages = exchange(1, always(new Faults.Send(Knowledge.NOTHING, s -> message), 0));
      assertThat(messages.missing()).isEqualTo(1);
      assertThat(messages.received()[0]).containsOnly(0).hasSizeGreaterThanOrEqualTo(D);
      assertThat(norms[0]).isZero();
    }
  }

  @Test
  void a_faulty_agents_own_gradient_that_is_not_finite_is_missing() {
    Messages messages = exchange(5, new ActiveFault(new Faults.Negate(), List.of(3), 1, 2));
    assertThat(messages.missing()).isEqualTo(1);
    assertThat(messages.received()[3]).containsOnly(0);
  }

  @Test
  void an_array_that_was_sent_and_is_changed_later_does_not_matter() {
    float[] kept = {1, 1, 1};
    Messages messages =
        exchange(1, always(new Faults.Send(Knowledge.NOTHING, s -> Optional.of(kept)), 0));
    Arrays.fill(kept, Float.NaN);
    assertThat(first(messages.received()[0])).containsExactly(1, 1, 1);
  }

  @Test
  void a_fault_acts_from_its_first_to_its_last_round() {
    ActiveFault fault = new ActiveFault(Faults.silent(), List.of(0), 3, 5);
    List<Integer> rounds = new ArrayList<>();
    for (int round = 1; round <= 7; round++) {
      if (exchange(round, fault).missing() == 1) {
        rounds.add(round);
      }
    }
    assertThat(rounds).containsExactly(3, 4, 5);
  }

  @Test
  void a_fault_learns_its_agent_its_round_and_what_it_declared() {
    List<String> seen = new ArrayList<>();
    exchange(
        6,
        observer(
            Knowledge.NOTHING,
            0,
            s -> seen.add(s.agentRound().agent() + " in " + s.agentRound().round())),
        observer(
            Knowledge.OWN_GRADIENT, 1, s -> seen.add(s.own().get(0) + " of " + s.own().length())));
    assertThat(seen).containsExactlyInAnyOrder("0 in 6", "4.0 of 3");
  }

  @Test
  void one_that_knows_all_gradients_has_those_of_the_honest_in_the_order_of_the_agents() {
    List<Float> seen = new ArrayList<>();
    exchange(
        1,
        observer(
            Knowledge.ALL_GRADIENTS,
            1,
            s -> {
              s.own();
              s.honest().forEach(row -> seen.add(row.get(0)));
            }),
        always(Faults.silent(), 3));
    assertThat(seen).containsExactly(1f, 7f);
  }

  @Test
  void what_a_fault_did_not_declare_to_know_is_withheld() {
    refused(Knowledge.NOTHING, Situation::own, "that knows NOTHING asked for OWN_GRADIENT");
    refused(Knowledge.NOTHING, Situation::honest, "that knows NOTHING asked for ALL_GRADIENTS");
    refused(
        Knowledge.OWN_GRADIENT,
        Situation::honest,
        "that knows OWN_GRADIENT asked for ALL_GRADIENTS");
  }

  private void refused(Knowledge knows, Consumer<Situation> asks, String message) {
    assertThatIllegalStateException()
        .isThrownBy(() -> exchange(1, observer(knows, 0, asks)))
        .withMessageContaining(message);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                exchange(
                    1,
                    always(
                        new Faults.Send(
                            knows,
                            s -> {
                              asks.accept(s);
                              return Optional.empty();
                            }),
                        0)))
        .withMessageContaining(message);
  }

  private static ActiveFault observer(Knowledge knows, int agent, Consumer<Situation> observe) {
    return always(
        new Faults.Forge(
            knows,
            (situation, out) -> {
              synchronized (MessagesTest.class) {
                observe.accept(situation);
              }
            }),
        agent);
  }

  @Test
  void what_others_sent_cannot_be_changed() {
    exchange(
        1,
        observer(
            Knowledge.ALL_GRADIENTS,
            0,
            s -> {
              List<Row> honest = s.honest();
              assertThatExceptionOfType(UnsupportedOperationException.class)
                  .isThrownBy(() -> honest.remove(0));
            }));
  }

  /** A fault of which all agents send the same. */
  private record Common(Consumer<Situation> seen, float value) implements GradientFault {
    @Override
    public Knowledge knows() {
      return Knowledge.NOTHING;
    }

    @Override
    public boolean common() {
      return true;
    }

    @Override
    public void forge(Situation situation, OutputRow out) {
      seen.accept(situation);
      out.fill(value);
    }
  }

  @Test
  void a_common_vector_is_forged_once_and_sent_by_all() {
    List<Integer> forgers = new ArrayList<>();
    Messages messages =
        exchange(1, always(new Common(s -> forgers.add(s.agentRound().agent()), 2), 1, 3));
    assertThat(forgers).containsExactly(1);
    for (int agent : new int[] {1, 3}) {
      assertThat(first(messages.received()[agent])).containsExactly(2, 2, 2);
      assertThat(norms[agent]).isEqualTo(12);
    }
    assertThat(norms[0]).isEqualTo(14);
    assertThat(messages.missing()).isZero();
  }

  @Test
  void a_common_vector_that_is_not_finite_is_missing_from_every_one_that_sent_it() {
    Messages messages = exchange(1, always(new Common(s -> {}, Float.NaN), 0, 2, 3));
    assertThat(messages.missing()).isEqualTo(3);
    for (int agent : new int[] {0, 2, 3}) {
      assertThat(messages.received()[agent]).containsOnly(0);
      assertThat(norms[agent]).isZero();
    }
  }
}
