package dev.varangian.datasets.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.varangian.datasets.Moments;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.data.Samples;
import org.junit.jupiter.api.Test;

class Cifar10OfRealFilesTest {

  @Test
  void it_has_equally_many_images_of_each_class_and_is_standardised() {
    Cifar10 cifar10 = new Cifar10(new DataDirectory(RealData.with("cifar10/data_batch_1.bin")));

    assertThat(counts(cifar10.training())).containsOnly(5_000);
    assertThat(counts(cifar10.test())).containsOnly(1_000);
    Moments moments = Moments.of(cifar10.training(), 3072);
    assertThat(moments.mean()).isCloseTo(0, within(0.01));
    assertThat(moments.standardDeviation()).isCloseTo(1, within(0.01));
  }

  private static int[] counts(Samples samples) {
    int[] counts = new int[10];
    float[] target = new float[1];
    for (int i = 0; i < samples.size(); i++) {
      samples.readTarget(i, target, 0);
      counts[(int) target[0]]++;
    }
    return counts;
  }
}
