package dev.varangian.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.varangian.core.component.Calls;
import dev.varangian.core.component.ComponentException;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.data.Batch;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.data.Samples;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.filter.GeneralFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a component does wrong ends its run, and is told with its name, the round and the agent. */
class ComponentFailureTest {

  private static ComponentException failure(TestRun run) {
    ComponentException one = catchThrowableOfType(ComponentException.class, () -> run.run(1));
    ComponentException three = catchThrowableOfType(ComponentException.class, () -> run.run(3));
    assertThat(three).isNotNull().hasMessage(one.getMessage());
    assertThat(one.foreign()).isFalse();
    assertThat(one.getMessage()).startsWith("the " + one.component() + " of the plugin ");
    return one;
  }

  private static void assertFailure(
      TestRun run, String component, int round, int agent, String why) {
    ComponentException failure = failure(run);
    assertThat(failure.component()).isEqualTo(component);
    assertThat(failure.round()).hasValue(round);
    if (agent == Calls.NO_AGENT) {
      assertThat(failure.agent()).isEmpty();
      assertThat(failure).hasMessageContaining(" failed in round " + round + ": " + why);
    } else {
      assertThat(failure.agent()).hasValue(agent);
      assertThat(failure)
          .hasMessageContaining(
              " failed in round " + round + " for agent " + (agent + 1) + ": " + why);
    }
  }

  /** Three classes, four numbers in a sample. */
  private static TestRun classes(Samples training, Samples test) {
    ArrayDataset data = ArrayDataset.classification(4, 3, 50, 40);
    TestRun run = new TestRun(3);
    run.dataset =
        new ArrayDataset(
            data.classes(),
            data.inputShape(),
            data.targetShape(),
            training == null ? data.training() : training,
            test == null ? data.test() : test);
    run.model = new Models.Linear();
    return run;
  }

  /** Samples that are all alike. */
  private record Alike(float[] input, float target) implements Samples {
    @Override
    public int size() {
      return 50;
    }

    @Override
    public void readInput(int index, float[] to, int offset) {
      System.arraycopy(input, 0, to, offset, input.length);
    }

    @Override
    public void readTarget(int index, float[] to, int offset) {
      to[offset] = target;
    }
  }

  @Test
  void a_data_set_that_writes_beyond_its_sample() {
    assertFailure(
        classes(new Alike(new float[5], 1), null),
        "dataset data",
        1,
        0,
        "ArrayIndexOutOfBoundsException: ");
  }

  @Test
  void a_data_set_with_a_class_that_is_none() {
    for (float target : new float[] {-1, 3, 0.5f, Float.NaN}) {
      assertThat(failure(classes(new Alike(new float[4], target), null)))
          .hasMessageEndingWith(
              " has the class " + target + ", expected a whole number from 0 to 2");
      assertFailure(
          classes(null, new Alike(new float[4], target)),
          "dataset data",
          2,
          Calls.NO_AGENT,
          "sample 0 has the class " + target);
    }
  }

  @Test
  void a_data_set_with_a_number_that_is_not_finite_makes_no_run_diverge() {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      Samples samples = new Alike(new float[] {1, 2, bad, 4}, 1);
      assertThat(failure(classes(samples, null)))
          .hasMessageContaining("dataset data")
          .hasMessageContaining(" failed in round 1 for agent 1: sample ")
          .hasMessageEndingWith(" holds a number that is not finite");
      assertFailure(
          classes(null, samples),
          "dataset data",
          2,
          Calls.NO_AGENT,
          "sample 0 holds a number that is not finite");
    }
  }

  @Test
  void a_partition_that_gives_samples_which_there_are_not() {
    for (int index : new int[] {-1, 50}) {
      TestRun run = new TestRun(3);
      run.parts =
          List.of(Partition.Part.whole(50), Partition.Part.of(index), Partition.Part.of(index));
      assertFailure(
          run,
          "partition partition",
          1,
          1,
          "it gave the agent sample " + index + " of 50, counted from 0");
    }
  }

  @Test
  void a_fault_that_throws() {
    TestRun run =
        new TestRun(4)
            .faultBetween(
                2,
                3,
                new Faults.Forge(
                    Knowledge.OWN_GRADIENT,
                    (situation, out) -> {
                      situation.honest();
                    }),
                1,
                2);
    assertFailure(
        run,
        "fault shout",
        2,
        1,
        "IllegalStateException: a fault that knows OWN_GRADIENT asked for ALL_GRADIENTS");
  }

  @Test
  void a_message_that_is_null() {
    TestRun run = new TestRun(3).fault(new Faults.Send(Knowledge.NOTHING, situation -> null), 2);
    assertFailure(run, "fault shout", 1, 2, "NullPointerException");
  }

  @Test
  void a_fault_on_data_that_makes_a_class_which_there_is_not() {
    TestRun run = classes(null, null);
    run.fault((DataFault) (batch, at) -> batch.setTarget(0, 3), 1);
    assertFailure(
        run,
        "fault shout",
        1,
        1,
        "IllegalArgumentException: the class 3.0, expected a whole number from 0 to 2");
  }

  @Test
  void a_batch_that_is_kept_beyond_its_call() {
    List<Batch> kept = new ArrayList<>();
    DataFault keeper =
        (batch, at) -> {
          if (at.round() == 2) {
            kept.get(0).setInput(0, new float[3]);
          }
          kept.add(batch);
        };
    assertFailure(
        new TestRun(3).fault(keeper, 1),
        "fault shout",
        2,
        1,
        "IllegalStateException: a batch is valid during one call, and was kept beyond it");
  }

  @Test
  void a_result_that_is_kept_beyond_its_call() {
    List<OutputRow> kept = new ArrayList<>();
    TestRun run = new TestRun(3);
    run.filter =
        (GeneralFilter)
            (received, out) -> {
              kept.forEach(row -> row.fill(1));
              kept.add(out);
              return null;
            };
    assertThat(catchThrowableOfType(ComponentException.class, run::run))
        .hasMessageContaining("filter sieve")
        .hasMessageContaining(" failed in round 2: IllegalStateException: an output row is valid");
  }

  private static TestRun filled(float value) {
    TestRun run = new TestRun(3);
    run.filter =
        (GeneralFilter)
            (received, out) -> {
              out.fill(value);
              return null;
            };
    return run;
  }

  @Test
  void a_result_that_is_not_finite_though_all_vectors_are() {
    for (float bad : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
      assertFailure(
          filled(bad),
          "filter sieve",
          1,
          Calls.NO_AGENT,
          "coordinate 0 of its result is " + bad + " although the received vectors are finite");
    }
  }

  @Test
  void a_result_too_large_for_a_float_is_no_fault_where_the_vectors_are_as_large() {
    TestRun run =
        filled(Float.POSITIVE_INFINITY)
            .fault(new Faults.Forge(Knowledge.NOTHING, (s, out) -> out.fill(3e38f)), 1, 2);
    assertThat(run.run().divergedAt()).hasValue(1);
  }

  @Test
  void what_is_the_users_to_mend_and_a_lack_of_memory_are_told_as_they_are() {
    for (Throwable thrown :
        List.of(
            new dev.varangian.spi.context.ConfigurationException("the file is damaged"),
            new OutOfMemoryError())) {
      TestRun run = new TestRun(3);
      run.stepSize =
          round -> {
            throw sneaky(thrown);
          };
      assertThat(catchThrowableOfType(Throwable.class, run::run)).isSameAs(thrown);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // throws what is not checked
  private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Test
  void the_call_that_is_under_way_can_be_seen() {
    TestRun run = new TestRun(3);
    PreparedRun prepared = run.prepared();
    Calls calls = prepared.calls();
    assertThat(calls.longest()).isEmpty();
    Optional<Calls.Call> seen =
        calls.call(
            prepared.spec().filter(),
            3,
            1,
            () -> {
              calls.run(prepared.spec().model(), 4, Calls.NO_AGENT, () -> {});
              return calls.longest();
            });
    assertThat(seen.orElseThrow().toString())
        .isEqualTo("the filter sieve of the plugin the class path in round 3 for agent 2");
    assertThat(seen.orElseThrow().thread()).isSameAs(Thread.currentThread());
    assertThat(calls.longest()).isEmpty();
  }

  @Test
  void in_a_call_libraries_find_what_the_components_class_loader_has() {
    PreparedRun prepared = new TestRun(3).prepared();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      ClassLoader inside =
          prepared.calls().call(prepared.spec().filter(), 1, 0, thread::getContextClassLoader);
      assertThat(inside).isSameAs(ComponentFailureTest.class.getClassLoader());
      assertThat(thread.getContextClassLoader()).isSameAs(ClassLoader.getPlatformClassLoader());
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
