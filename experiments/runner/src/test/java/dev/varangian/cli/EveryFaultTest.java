package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.core.simulation.ActiveFault;
import dev.varangian.core.simulation.Messages;
import dev.varangian.core.simulation.Workers;
import dev.varangian.spi.Batch;
import dev.varangian.spi.DataFault;
import dev.varangian.spi.Fault;
import dev.varangian.spi.Geometry;
import dev.varangian.spi.GradientFault;
import dev.varangian.spi.Kind;
import dev.varangian.spi.Knowledge;
import dev.varangian.spi.MessageFault;
import dev.varangian.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every fault in the catalogue, with its default parameters. */
class EveryFaultTest {
  private static final int CLASSES = 10;

  /** Agents, faulty ones, and the length of a gradient. */
  private static final List<Geometry> SIZES =
      List.of(
          new Geometry(2, 1, 1),
          new Geometry(2, 1, 17),
          new Geometry(5, 2, 4097),
          new Geometry(10, 3, 100));

  static List<String> faults() {
    return Defaults.names(Kind.FAULT);
  }

  private static Fault make(String name, Geometry geometry) {
    return Defaults.make(Kind.FAULT, Fault.class, name, geometry);
  }

  private static List<Geometry> sizes(String name) {
    return SIZES.stream().filter(size -> make(name, size).hardBound().met()).toList();
  }

  /** What the server has after two rounds in which the first agents have a fresh fault. */
  private static float[][] received(String name, Geometry sizes, float[][] gradients, int threads) {
    List<Integer> faulty = IntStream.range(0, sizes.f()).boxed().toList();
    ActiveFault fault = new ActiveFault(make(name, sizes), faulty, 1, 2);
    try (Workers workers = new Workers(threads)) {
      Messages messages = new Messages(List.of(fault), new TreeSet<>(faulty), sizes.n(), sizes.d());
      for (int round = 1; round <= 2; round++) {
        messages.exchange(gradients, round, squaredNorms(gradients), workers);
        assertThat(messages.missing()).isBetween(0, sizes.f());
      }
      return messages.received();
    }
  }

  private static double[] squaredNorms(float[][] rows) {
    double[] norms = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (float value : rows[i]) {
        norms[i] += (double) value * value;
      }
    }
    return norms;
  }

  private static float[][] gradients(Geometry sizes) {
    Random random = new Random(sizes.d());
    float[][] rows = new float[sizes.n()][sizes.d()];
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    return rows;
  }

  private static float[][] copy(float[][] rows) {
    return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
  }

  @Test
  void the_catalogue_holds_faults() {
    assertThat(faults())
        .contains(
            "coordinate-wise",
            "gradient-reverse",
            "inf",
            "label-flip",
            "nan",
            "none",
            "norm-confusing",
            "random",
            "sign-flip",
            "silent",
            "wrong-length",
            "zero");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void it_is_possible_in_some_size(String name) {
    assertThat(sizes(name)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void honest_vectors_arrive_and_no_gradient_is_changed(String name) {
    for (Geometry sizes : sizes(name)) {
      float[][] gradients = gradients(sizes);
      float[][] before = copy(gradients);
      float[][] received = received(name, sizes, gradients, 2);
      assertThat(Arrays.deepEquals(gradients, before)).isTrue();
      for (int agent = 0; agent < sizes.n(); agent++) {
        if (agent >= sizes.f()) {
          assertThat(received[agent]).isSameAs(gradients[agent]);
        }
        assertThat(received[agent]).hasSizeGreaterThanOrEqualTo(sizes.d());
        for (float value : received[agent]) {
          assertThat(value).isFinite();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void it_sends_the_same_bits_each_time_whatever_the_threads(String name) {
    for (Geometry sizes : sizes(name)) {
      float[][] once = copy(received(name, sizes, gradients(sizes), 1));
      for (int threads = 1; threads <= 3; threads++) {
        float[][] again = received(name, sizes, gradients(sizes), threads);
        assertThat(Arrays.deepEquals(again, once)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void one_that_declares_a_common_vector_sends_the_same_from_every_agent(String name) {
    for (Geometry sizes : sizes(name)) {
      if (!(make(name, sizes) instanceof GradientFault fault) || !fault.common()) {
        continue;
      }
      List<Integer> faulty = IntStream.range(0, sizes.f()).boxed().toList();
      List<ActiveFault> alone =
          faulty.stream()
              .map(agent -> new ActiveFault(make(name, sizes), List.of(agent), 1, 1))
              .toList();
      float[][] gradients = gradients(sizes);
      try (Workers workers = new Workers(1)) {
        Messages messages = new Messages(alone, new TreeSet<>(faulty), sizes.n(), sizes.d());
        messages.exchange(gradients, 1, squaredNorms(gradients), workers);
        for (int agent : faulty) {
          assertThat(messages.received()[agent]).isEqualTo(messages.received()[0]);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void what_it_does_not_know_plays_no_part(String name) {
    for (Geometry sizes : sizes(name)) {
      Knowledge knows = knowledge(make(name, sizes));
      float[][] once = copy(received(name, sizes, gradients(sizes), 1));
      float[][] poisoned = gradients(sizes);
      for (int agent = 0; agent < sizes.n(); agent++) {
        boolean known =
            knows == Knowledge.ALL_GRADIENTS
                || (knows == Knowledge.OWN_GRADIENT && agent < sizes.f());
        if (!known) {
          Arrays.fill(poisoned[agent], Float.NaN);
        }
      }
      float[][] again = received(name, sizes, poisoned, 1);
      for (int agent = 0; agent < sizes.f(); agent++) {
        assertThat(again[agent]).isEqualTo(once[agent]);
      }
    }
  }

  /** A fault on data sends the agent's own gradient. */
  private static Knowledge knowledge(Fault fault) {
    if (fault instanceof GradientFault forger) {
      return forger.knows();
    }
    return fault instanceof MessageFault sender ? sender.knows() : Knowledge.OWN_GRADIENT;
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_batch_that_it_changes_still_has_finite_inputs_and_classes(String name) {
    for (Geometry sizes : sizes(name)) {
      if (make(name, sizes) instanceof DataFault fault
          && make(name, sizes) instanceof DataFault twin) {
        SmallBatch batch = new SmallBatch();
        SmallBatch again = new SmallBatch();
        fault.corrupt(batch, 1, 0);
        twin.corrupt(again, 1, 0);
        for (int i = 0; i < batch.size(); i++) {
          assertThat(batch.target(i)).isBetween(0f, CLASSES - 1f);
          assertThat(batch.target(i)).isEqualTo((int) batch.target(i));
          for (float value : batch.input(i)) {
            assertThat(value).isFinite();
          }
        }
        assertThat(again.targets).isEqualTo(batch.targets);
        assertThat(Arrays.deepEquals(again.inputs, batch.inputs)).isTrue();
      }
    }
  }

  /** Five images of 4 x 4 points. */
  private static final class SmallBatch implements Batch {
    private final float[] targets = {0, 9, 4, 4, 7};
    private final float[][] inputs = gradients(new Geometry(5, 0, 16));

    @Override
    public int size() {
      return targets.length;
    }

    @Override
    public int classes() {
      return CLASSES;
    }

    @Override
    public Shape inputShape() {
      return Shape.of(4, 4, 1);
    }

    @Override
    public float target(int sample) {
      return targets[sample];
    }

    @Override
    public void setTarget(int sample, float target) {
      targets[sample] = target;
    }

    @Override
    public float[] input(int sample) {
      return inputs[sample].clone();
    }

    @Override
    public void setInput(int sample, float[] input) {
      System.arraycopy(input, 0, inputs[sample], 0, inputs[sample].length);
    }
  }
}
