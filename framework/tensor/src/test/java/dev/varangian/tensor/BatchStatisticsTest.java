package dev.varangian.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.varangian.tensor.operation.Mode;
import dev.varangian.tensor.operation.Shape;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BatchStatisticsTest {
  private static final int IMAGES = 9;
  private static final int SIZE = 5 * 4 * 3;
  private static final Mode TRAINING = new Mode.Training((layer, agent, index) -> 0);

  private final float[] pixels = new float[IMAGES * SIZE];
  private final float[] weights;

  BatchStatisticsTest() {
    Random random = new Random(1);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 3 + (float) random.nextGaussian();
    }
    weights = new float[new Network(1).tape.dimension()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian();
    }
  }

  /** Two normalised convolutions, for batches of some size. */
  private static final class Network {
    private final Tape tape = Tape.recording();
    private final Tensor images;
    private final Tensor loss;

    Network(int samples) {
      images = tape.input(Shape.of(samples, 5, 4, 3));
      Tensor x = images;
      for (String name : List.of("first", "second")) {
        x =
            x.conv2d(
                    tape.parameter(name, Shape.of(3, 3, 3, 3), 1),
                    tape.parameter(name + ".bias", Shape.of(3), 1),
                    1,
                    1)
                .batchNorm(
                    tape.parameter(name + ".scale", Shape.of(3), 1),
                    tape.parameter(name + ".shift", Shape.of(3), 1))
                .tanh();
      }
      loss = x.mean();
    }
  }

  /**
   * The statistics of single images, of which so many go through at a time, the last ones first.
   */
  private Mode.Evaluation statistics(int at) {
    Network network = new Network(1);
    Plan plan = Plan.of(network.loss, at, false);
    BatchStatistics statistics = new BatchStatistics(network.tape, IMAGES);
    for (int layer = 0; layer < statistics.layers(); layer++) {
      for (int first = (IMAGES - 1) / at * at; first >= 0; first -= at) {
        int count = Math.min(at, IMAGES - first);
        System.arraycopy(pixels, first * SIZE, plan.values(network.images), 0, count * SIZE);
        statistics.observe(layer, plan, weights, first, count);
      }
      statistics.finish(layer);
    }
    return statistics.mode();
  }

  @Test
  void evaluation_gives_what_all_images_in_one_batch_give_in_training() {
    Network together = new Network(IMAGES);
    Plan training = Plan.of(together.loss, 1, false);
    System.arraycopy(pixels, 0, training.values(together.images), 0, pixels.length);
    training.forward(weights, 1, TRAINING);

    Network single = new Network(1);
    Plan evaluation = Plan.of(single.loss, IMAGES, false);
    System.arraycopy(pixels, 0, evaluation.values(single.images), 0, pixels.length);
    evaluation.forward(weights, IMAGES, statistics(1));

    double mean = 0;
    for (float loss : evaluation.values(single.loss)) {
      mean += loss / IMAGES;
    }
    assertThat(mean).isCloseTo(training.values(together.loss)[0], within(1e-6));
  }

  @Test
  void the_bits_do_not_depend_on_how_many_images_go_through_at_a_time() {
    double[] one = statistics(1).statistics();
    assertThat(one).hasSize(12).doesNotContain(0.0);
    assertThat(statistics(2).statistics()).isEqualTo(one);
    assertThat(statistics(IMAGES + 1).statistics()).isEqualTo(one);
  }

  @Test
  void batches_of_one_value_for_each_channel_are_refused_for_training() {
    Tape tape = Tape.recording();
    Tensor x = tape.input(Shape.of(1, 3));
    x.batchNorm(tape.parameter("scale", Shape.of(3), 1), tape.parameter("shift", Shape.of(3), 1));
    assertThatThrownBy(tape::requireTrainable)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "batchNorm: a batch of shape [1, 3] has one value for each channel, expected at least"
                + " 2 (a larger batch size)");
    new Network(1).tape.requireTrainable();
  }
}
