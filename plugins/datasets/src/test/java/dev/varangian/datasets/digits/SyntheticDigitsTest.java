package dev.varangian.datasets.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.varangian.datasets.Moments;
import dev.varangian.spi.data.Samples;
import dev.varangian.tensor.operation.Shape;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SyntheticDigitsTest {
  private static final int PIXELS = 784;
  private static final String FIRST_HUNDRED =
      "d46b0a0331691911d0a2a8cdd89ec4831d4e927cb9b13669239c976a15240416";

  @Test
  void has_the_shape_of_mnist() {
    SyntheticDigits digits = digits(1, 60_000, 10_000);

    assertThat(digits.inputShape()).isEqualTo(Shape.of(28, 28, 1));
    assertThat(digits.targetShape()).isEqualTo(Shape.of());
    assertThat(digits.classes()).isEqualTo(10);
    assertThat(digits.training().size()).isEqualTo(60_000);
    assertThat(digits.test().size()).isEqualTo(10_000);
  }

  @Test
  void the_first_hundred_samples_do_not_change() {
    assertThat(hash(digits(1, 100, 1).training())).isEqualTo(FIRST_HUNDRED);
  }

  @Test
  void the_order_of_reading_does_not_matter() {
    Samples training = digits(1, 100, 1).training();
    for (int i = 99; i >= 0; i--) {
      training.readInput(i, new float[PIXELS], 0);
    }

    assertThat(hash(training)).isEqualTo(FIRST_HUNDRED);
  }

  @Test
  void the_sizes_do_not_matter() {
    Samples longer = digits(1, 1000, 5).training();

    assertThat(hash(longer, 100)).isEqualTo(FIRST_HUNDRED);
  }

  @Test
  void concurrent_threads_read_the_same() throws Exception {
    Samples training = digits(1, 100, 1).training();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<String>> readers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        readers.add(() -> hash(training));
      }
      for (Future<String> read : threads.invokeAll(readers)) {
        assertThat(read.get()).isEqualTo(FIRST_HUNDRED);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void another_seed_gives_different_digits() {
    assertThat(hash(digits(2, 100, 1).training())).isNotEqualTo(FIRST_HUNDRED);
  }

  @Test
  void the_test_set_differs_from_the_training_set() {
    SyntheticDigits digits = digits(1, 100, 100);

    assertThat(hash(digits.test())).isNotEqualTo(FIRST_HUNDRED);
  }

  @Test
  void all_digits_are_about_equally_frequent() {
    Samples training = digits(1, 10_000, 1).training();
    int[] counts = new int[10];
    float[] target = new float[1];
    for (int i = 0; i < training.size(); i++) {
      training.readTarget(i, target, 0);
      counts[(int) target[0]]++;
    }

    // Five standard deviations.
    assertThat(Arrays.stream(counts).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(850, 1150));
  }

  @Test
  void pixels_have_the_scale_of_mnist() {
    Moments moments = Moments.of(digits(1, 2000, 1).training(), PIXELS);

    assertThat(moments.mean()).isCloseTo(0, within(0.05));
    assertThat(moments.standardDeviation()).isCloseTo(1, within(0.05));
  }

  @Test
  void the_paper_is_black_and_the_ink_nearly_white() {
    Samples training =
        new SyntheticDigits(new SyntheticDigits.Parameters(1, 500, 1, 0, 1)).training();
    float[] pixels = new float[PIXELS];
    for (int i = 0; i < training.size(); i++) {
      training.readInput(i, pixels, 0);
      assertThat(pixels).contains(0f);
      float greatest = 0;
      for (float pixel : pixels) {
        greatest = Math.max(greatest, pixel);
        assertThat(pixel * 255).isEqualTo(Math.round(pixel * 255), within(1e-3f));
      }
      assertThat(greatest).isBetween(0.7f, 1f);
    }
  }

  @Test
  void a_sample_beyond_the_size_is_rejected() {
    Samples training = digits(1, 10, 1).training();

    assertThatThrownBy(() -> training.readInput(10, new float[PIXELS], 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> training.readTarget(10, new float[1], 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static SyntheticDigits digits(long seed, int training, int test) {
    return new SyntheticDigits(
        new SyntheticDigits.Parameters(seed, training, test, 0.1307, 0.3081));
  }

  private static String hash(Samples samples) {
    return hash(samples, samples.size());
  }

  /** SHA-256 over the floats of the inputs, each sample's followed by its target. */
  private static String hash(Samples samples, int count) {
    float[] sample = new float[PIXELS + 1];
    ByteBuffer bytes = ByteBuffer.allocate(4 * sample.length);
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (int i = 0; i < count; i++) {
        samples.readInput(i, sample, 0);
        samples.readTarget(i, sample, PIXELS);
        bytes.asFloatBuffer().put(sample);
        sha256.update(bytes.array());
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
