package dev.varangian.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Memory;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.data.Batch;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.MessageFault;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each defect of a fault is found by its own check and by no other. */
class PlantedFaultsTest {

  private static List<String> failing(Class<? extends Fault> type) {
    return FailedChecks.checks(Component.fault("planted", type));
  }

  private static String first(Class<? extends Fault> type) {
    return FailedChecks.first(Component.fault("planted", type));
  }

  static final class Peeking implements GradientFault {
    @Inject
    Peeking() {}

    @Override
    public Knowledge knows() {
      return Knowledge.OWN_GRADIENT;
    }

    @Override
    public void forge(Situation situation, OutputRow out) {
      out.scale(-1, situation.honest().get(0));
    }
  }

  @Test
  void a_fault_that_reads_other_gradients_is_found() {
    assertThat(failing(Peeking.class)).containsExactly("uses only the knowledge it declares");
    assertThat(first(Peeking.class))
        .startsWith(
            "n = 4, f = 1, d = 1, round 1, agent 1: it declares to know OWN_GRADIENT; with"
                + " everything else NaN it sends [NaN]")
        .endsWith(", to the bit");
  }

  static final class Curious implements GradientFault {
    @Inject
    Curious() {}

    @Override
    public Knowledge knows() {
      return Knowledge.NOTHING;
    }

    @Override
    public void forge(Situation situation, OutputRow out) {
      out.fill(situation.own().length());
    }
  }

  @Test
  void undeclared_access_without_effect_is_found() {
    assertThat(failing(Curious.class)).containsExactly("uses only the knowledge it declares");
  }

  static final class Drawing implements GradientFault {
    private static final AtomicInteger CALLS = new AtomicInteger();

    @Inject
    Drawing() {}

    @Override
    public Knowledge knows() {
      return Knowledge.NOTHING;
    }

    @Override
    public void forge(Situation situation, OutputRow out) {
      out.fill(CALLS.incrementAndGet());
    }
  }

  @Test
  void a_fault_that_is_not_reproducible_is_found() {
    assertThat(failing(Drawing.class)).containsExactly("is reproducible to the bit");
  }

  static final class Counting implements GradientFault {
    private int calls;

    @Inject
    Counting() {}

    @Override
    public Knowledge knows() {
      return Knowledge.NOTHING;
    }

    @Override
    public void forge(Situation situation, OutputRow out) {
      calls++;
      out.fill(calls);
    }
  }

  @Test
  void state_in_a_field_is_found() {
    assertThat(failing(Counting.class))
        .containsExactly("does not depend on the order of calls", "keeps state only in Memory");
  }

  static final class Remembering implements GradientFault {
    private final float[] calls;

    @Inject
    Remembering(Memory memory) {
      this.calls = memory.floats("calls", 1);
    }

    @Override
    public Knowledge knows() {
      return Knowledge.NOTHING;
    }

    @Override
    public void forge(Situation situation, OutputRow out) {
      calls[0]++;
      out.fill(calls[0]);
    }
  }

  @Test
  void state_in_memory_is_allowed() {
    assertThat(failing(Remembering.class)).isEmpty();
  }

  static final class TooLong implements GradientFault {
    @Inject
    TooLong() {}

    @Override
    public Knowledge knows() {
      return Knowledge.NOTHING;
    }

    @Override
    public void forge(Situation situation, OutputRow out) {
      out.set(0, new float[out.length() + 1], 0, out.length() + 1);
    }
  }

  @Test
  void a_vector_of_the_wrong_length_is_found() {
    assertThat(failing(TooLong.class)).containsExactly("writes vectors of the right length");
    assertThat(first(TooLong.class))
        .startsWith("n = 4, f = 1, d = 1, round 1, agent 1: throws IndexOutOfBoundsException");
  }

  static final class ShortMessage implements MessageFault {
    @Inject
    ShortMessage() {}

    @Override
    public Knowledge knows() {
      return Knowledge.NOTHING;
    }

    @Override
    public Optional<float[]> send(Situation situation) {
      return Optional.of(new float[0]);
    }
  }

  @Test
  void a_message_may_have_any_length() {
    assertThat(failing(ShortMessage.class)).isEmpty();
  }

  static final class Overwriting implements GradientFault {
    @Inject
    Overwriting() {}

    @Override
    public Knowledge knows() {
      return Knowledge.ALL_GRADIENTS;
    }

    @Override
    public void forge(Situation situation, OutputRow out) {
      Row row = situation.honest().get(0);
      out.scale(1, row);
      for (Field field : row.getClass().getDeclaredFields()) {
        if (field.getType() == float[].class) {
          overwrite(field, row);
        }
      }
    }

    private static void overwrite(Field field, Row row) {
      try {
        field.setAccessible(true);
        ((float[]) field.get(row))[0] = 7;
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void a_change_of_honest_gradients_is_found() {
    assertThat(failing(Overwriting.class)).contains("does not modify the agents' gradients");
  }

  static final class Unbounded implements GradientFault {
    private final Geometry geometry;

    @Inject
    Unbounded(Geometry geometry) {
      this.geometry = geometry;
    }

    @Override
    public Knowledge knows() {
      return Knowledge.ALL_GRADIENTS;
    }

    @Override
    public void forge(Situation situation, OutputRow out) {
      out.scale(1, situation.honest().get(geometry.f()));
    }
  }

  @Test
  void a_hard_bound_that_allows_too_much_is_found() {
    assertThat(failing(Unbounded.class))
        .containsExactly("works within its hard bound and rejects other sizes with a message");
    assertThat(first(Unbounded.class)).startsWith("n = 2, f = 1, d = 3: throws");
  }

  static final class Uncommon implements GradientFault {
    @Inject
    Uncommon() {}

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
      out.fill(situation.agentRound().agent());
    }
  }

  @Test
  void vectors_declared_the_same_but_different_are_found() {
    assertThat(failing(Uncommon.class))
        .containsExactly("sends the same vector from all agents if it declares so");
  }

  static final class Dividing implements GradientFault {
    @Inject
    Dividing() {}

    @Override
    public Knowledge knows() {
      return Knowledge.OWN_GRADIENT;
    }

    @Override
    public void forge(Situation situation, OutputRow out) {
      double squaredNorm = situation.own().squaredNorm();
      if (squaredNorm == 0) {
        throw new ArithmeticException("a gradient of norm 0");
      }
      out.scale(1 / squaredNorm, situation.own());
    }
  }

  @Test
  void an_exception_for_a_zero_gradient_is_found() {
    assertThat(failing(Dividing.class))
        .containsExactly("accepts zero, huge, subnormal and equal gradients");
  }

  static final class Keeping implements GradientFault {
    private @Nullable Row kept;

    @Inject
    Keeping() {}

    @Override
    public Knowledge knows() {
      return Knowledge.OWN_GRADIENT;
    }

    @Override
    public void forge(Situation situation, OutputRow out) {
      Row last = kept;
      kept = situation.own();
      if (last != null) {
        out.scale(1, last);
      }
    }
  }

  @Test
  void a_gradient_kept_for_a_later_call_is_found() {
    assertThat(failing(Keeping.class)).contains("does not use arguments of earlier calls");
  }

  static final class Mislabelling implements DataFault {
    @Inject
    Mislabelling() {}

    @Override
    public void corrupt(Batch batch, AgentRound at) {
      batch.setTarget(0, batch.classes());
    }
  }

  @Test
  void an_invalid_class_is_found() {
    assertThat(failing(Mislabelling.class))
        .containsExactly("leaves finite inputs and valid classes");
    assertThat(first(Mislabelling.class)).contains("sample 0 has the class 10");
  }

  static final class Resizing implements DataFault {
    @Inject
    Resizing() {}

    @Override
    public void corrupt(Batch batch, AgentRound at) {
      batch.setInput(0, new float[1]);
    }
  }

  @Test
  void an_input_of_the_wrong_size_is_found() {
    assertThat(failing(Resizing.class)).containsExactly("writes vectors of the right length");
  }

  static final class CountingLabels implements DataFault {
    private final AtomicInteger calls = new AtomicInteger();

    @Inject
    CountingLabels() {}

    @Override
    public void corrupt(Batch batch, AgentRound at) {
      batch.setTarget(0, calls.getAndIncrement() % batch.classes());
    }
  }

  @Test
  void state_of_a_data_fault_is_found() {
    assertThat(failing(CountingLabels.class)).contains("does not depend on the order of calls");
  }

  static final class PeekingLater implements GradientFault {
    @Inject
    PeekingLater() {}

    @Override
    public Knowledge knows() {
      return Knowledge.OWN_GRADIENT;
    }

    @Override
    public void forge(Situation situation, OutputRow out) {
      out.scale(
          -1, situation.agentRound().round() < 3 ? situation.own() : situation.honest().get(0));
    }
  }

  @Test
  void undeclared_access_in_a_later_round_is_found() {
    assertThat(failing(PeekingLater.class)).containsExactly("uses only the knowledge it declares");
    assertThat(first(PeekingLater.class)).startsWith("n = 4, f = 1, d = 1, round 3, agent 1: ");
  }

  static final class SharingScratch implements GradientFault {
    private static final float[] SCRATCH = new float[100];

    @Inject
    SharingScratch() {}

    @Override
    public Knowledge knows() {
      return Knowledge.OWN_GRADIENT;
    }

    @Override
    public void forge(Situation situation, OutputRow out) {
      situation.own().copy(0, SCRATCH, 0, out.length());
      for (int j = 0; j < out.length(); j++) {
        SCRATCH[j] = -SCRATCH[j];
      }
      out.set(0, SCRATCH, 0, out.length());
    }
  }

  @Test
  void an_array_shared_between_runs_is_found() {
    assertThat(failing(SharingScratch.class)).contains("is not affected by concurrent runs");
  }

  static final class Peeling implements GradientFault {
    @Inject
    Peeling() {}

    @Override
    public Knowledge knows() {
      return Knowledge.OWN_GRADIENT;
    }

    @Override
    public void forge(Situation situation, OutputRow out) {
      boolean plain = situation.own().getClass().getSimpleName().startsWith("Naive");
      out.scale(plain ? -1 : -1.001, situation.own());
    }
  }

  @Test
  void a_difference_from_the_naive_result_is_found() {
    assertThat(failing(Peeling.class)).containsExactly("matches a naive implementation");
  }
}
