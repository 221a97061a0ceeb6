package dev.varangian.datasets.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.varangian.datasets.Moments;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.data.Samples;
import org.junit.jupiter.api.Test;

class MnistOfRealFilesTest {

  @Test
  void the_published_files_have_the_known_statistics() {
    Mnist mnist =
        new Mnist(new DataDirectory(RealData.with("mnist")), new Mnist.Parameters(0.1307, 0.3081));
    Samples training = mnist.training();

    assertThat(training.size()).isEqualTo(60_000);
    assertThat(mnist.test().size()).isEqualTo(10_000);
    float[] labels = new float[10];
    for (int i = 0; i < 10; i++) {
      training.readTarget(i, labels, i);
    }
    assertThat(labels).containsExactly(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
    Moments moments = Moments.of(training, 784);
    assertThat(moments.mean()).isCloseTo(0, within(1e-3));
    assertThat(moments.standardDeviation()).isCloseTo(1, within(1e-3));
  }
}
