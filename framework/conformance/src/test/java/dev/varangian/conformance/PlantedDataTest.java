package dev.varangian.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.data.Samples;
import dev.varangian.spi.training.StepSizeSchedule;
import dev.varangian.tensor.operation.Shape;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Each defect of a data set, partition or schedule is found by its own check. */
class PlantedDataTest {

  /** Two numbers and one of three classes for each sample. */
  private abstract static class Points implements Dataset, Samples {
    @Override
    public Shape inputShape() {
      return Shape.of(2);
    }

    @Override
    public int classes() {
      return 3;
    }

    @Override
    public Samples training() {
      return this;
    }

    @Override
    public Samples test() {
      return this;
    }

    @Override
    public int size() {
      return 50;
    }

    @Override
    public void readInput(int index, float[] to, int offset) {
      to[offset] = index;
      to[offset + 1] = -index;
    }

    @Override
    public void readTarget(int index, float[] to, int offset) {
      to[offset] = index % 3;
    }
  }

  private static List<String> failing(Class<? extends Dataset> type) {
    return FailedChecks.checks(Component.dataset("planted", type));
  }

  static final class Good extends Points {
    @Inject
    Good() {}
  }

  @Test
  void a_correct_data_set_passes() {
    assertThat(failing(Good.class)).isEmpty();
  }

  static final class Mislabelled extends Points {
    @Inject
    Mislabelled() {}

    @Override
    public void readTarget(int index, float[] to, int offset) {
      to[offset] = index == 7 ? 3 : 0;
    }
  }

  @Test
  void a_label_out_of_range_is_found() {
    assertThat(failing(Mislabelled.class)).containsExactly("has finite inputs and valid labels");
    assertThat(FailedChecks.first(Component.dataset("planted", Mislabelled.class)))
        .isEqualTo("training sample 7 has the label 3; expected one from 0 to 2");
  }

  static final class Infinite extends Points {
    @Inject
    Infinite() {}

    @Override
    public void readInput(int index, float[] to, int offset) {
      to[offset] = 1 / (index - 4f);
      to[offset + 1] = 0;
    }
  }

  @Test
  void an_input_that_is_not_finite_is_found() {
    assertThat(failing(Infinite.class)).containsExactly("has finite inputs and valid labels");
  }

  static final class Overflowing extends Points {
    @Inject
    Overflowing() {}

    @Override
    public void readInput(int index, float[] to, int offset) {
      to[offset] = 1;
      to[offset + 1] = 2;
      to[offset + 2] = 3;
    }
  }

  @Test
  void an_input_longer_than_its_shape_is_found() {
    assertThat(failing(Overflowing.class))
        .contains("writes inputs and targets of the declared shapes");
    assertThat(FailedChecks.first(Component.dataset("planted", Overflowing.class)))
        .isEqualTo(
            "training sample 0: the input also writes number 2; expected 2 numbers from 0, as its"
                + " shape says");
  }

  static final class Fresh extends Points {
    private static final AtomicInteger OPENED = new AtomicInteger();
    private final int number = OPENED.incrementAndGet();

    @Inject
    Fresh() {}

    @Override
    public void readInput(int index, float[] to, int offset) {
      to[offset] = number;
      to[offset + 1] = index;
    }
  }

  @Test
  void a_data_set_that_differs_when_opened_again_is_found() {
    assertThat(failing(Fresh.class)).containsExactly("is the same when opened again");
  }

  static final class Drawn extends Points {
    private final AtomicInteger reads = new AtomicInteger();

    @Inject
    Drawn() {}

    @Override
    public void readInput(int index, float[] to, int offset) {
      to[offset] = reads.incrementAndGet();
      to[offset + 1] = index;
    }
  }

  @Test
  void samples_that_depend_on_earlier_reads_are_found() {
    assertThat(failing(Drawn.class))
        .containsExactly(
            "is the same when opened again", "returns the same samples to concurrent threads");
  }

  static final class Absent extends Points {
    @Inject
    Absent() {
      throw new ConfigurationException("found no points.bin");
    }
  }

  @Test
  void a_data_set_with_missing_files_cannot_be_checked() {
    assertThat(failing(Absent.class)).isEmpty();
    assertThat(FailedChecks.results(Component.dataset("planted", Absent.class)))
        .last()
        .extracting(Result::outcome)
        .isEqualTo(new Outcome.NotApplicable("cannot be opened here: found no points.bin"));
  }

  static final class OneTooMany implements Partition {
    @Inject
    OneTooMany() {}

    @Override
    public List<Part> split(Samples training, int agents) {
      return Collections.nCopies(agents, Part.of(0, training.size()));
    }
  }

  @Test
  void a_part_with_an_invalid_sample_is_found() {
    assertThat(FailedChecks.checks(Component.partition("planted", OneTooMany.class)))
        .containsExactly("assigns training samples to every agent");
  }

  static final class Starving implements Partition {
    @Inject
    Starving() {}

    @Override
    public List<Part> split(Samples training, int agents) {
      int share = training.size() / agents;
      return Collections.nCopies(agents, Part.whole(share));
    }
  }

  @Test
  void an_empty_part_is_found() {
    assertThat(FailedChecks.checks(Component.partition("planted", Starving.class)))
        .containsExactly("splits few samples or rejects them with a message");
    assertThat(FailedChecks.first(Component.partition("planted", Starving.class)))
        .startsWith("1 samples, 3 agents, agent 1 gets 0 samples");
  }

  static final class Shuffled implements Partition {
    private static final AtomicInteger CALLS = new AtomicInteger();

    @Inject
    Shuffled() {}

    @Override
    public List<Part> split(Samples training, int agents) {
      return Collections.nCopies(agents, Part.of(CALLS.incrementAndGet() % training.size()));
    }
  }

  @Test
  void parts_that_change_each_time_are_found() {
    assertThat(FailedChecks.checks(Component.partition("planted", Shuffled.class)))
        .containsExactly("makes the same parts every time");
  }

  static final class Vanishing implements StepSizeSchedule {
    @Inject
    Vanishing() {}

    @Override
    public double at(int round) {
      return StrictMath.exp(-round);
    }
  }

  @Test
  void a_step_size_of_zero_is_found() {
    assertThat(FailedChecks.checks(Component.schedule("planted", Vanishing.class)))
        .containsExactly("is finite and positive in every round");
    assertThat(FailedChecks.first(Component.schedule("planted", Vanishing.class)))
        .isEqualTo("in round 746 it is 0.0; expected a finite number above 0");
  }

  static final class Falling implements StepSizeSchedule {
    private double stepSize = 1;

    @Inject
    Falling() {}

    @Override
    public double at(int round) {
      stepSize *= 0.999;
      return stepSize;
    }
  }

  @Test
  void a_step_size_that_depends_on_earlier_calls_is_found() {
    assertThat(FailedChecks.checks(Component.schedule("planted", Falling.class)))
        .containsExactly("depends only on the round");
  }
}
