package dev.varangian.datasets.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.varangian.datasets.Moments;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.tensor.operation.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FashionMnistTest {
  private static final FashionMnist.Parameters DEFAULTS =
      new FashionMnist.Parameters(0.2860, 0.3530);

  @Test
  void reads_the_files_of_mnists_format_in_its_own_folder(@TempDir Path data) throws IOException {
    Path folder = Files.createDirectory(data.resolve("fashion-mnist"));
    Files.write(folder.resolve("train-images-idx3-ubyte"), IdxBytes.counting(3, 28, 28));
    Files.write(folder.resolve("train-labels-idx1-ubyte"), IdxBytes.labels(7, 0, 9));
    Files.write(folder.resolve("t10k-images-idx3-ubyte"), IdxBytes.counting(2, 28, 28));
    Files.write(folder.resolve("t10k-labels-idx1-ubyte"), IdxBytes.labels(1, 2));

    FashionMnist fashion = new FashionMnist(new DataDirectory(data), DEFAULTS);

    assertThat(fashion.inputShape()).isEqualTo(Shape.of(28, 28, 1));
    assertThat(fashion.classes()).isEqualTo(10);
    assertThat(fashion.training().size()).isEqualTo(3);
    assertThat(fashion.test().size()).isEqualTo(2);
    float[] input = new float[784];
    fashion.training().readInput(0, input, 0);
    assertThat(input[255]).isEqualTo((float) ((1 - 0.2860) / 0.3530));
    float[] target = new float[1];
    fashion.training().readTarget(2, target, 0);
    assertThat(target[0]).isEqualTo(9);
  }

  @Test
  void missing_files_are_reported_with_its_own_folder(@TempDir Path data) {
    assertThatThrownBy(() -> new FashionMnist(new DataDirectory(data), DEFAULTS))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "found none of the files of fashion-mnist in "
                + data.resolve("fashion-mnist")
                + ": put train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte,"
                + " t10k-labels-idx1-ubyte there (plain or .gz), or pass --data DIR to look in"
                + " DIR/fashion-mnist");
  }

  @Test
  void the_published_files_have_the_moments_used_for_standardisation() {
    FashionMnist fashion =
        new FashionMnist(new DataDirectory(RealData.with("fashion-mnist")), DEFAULTS);

    assertThat(fashion.training().size()).isEqualTo(60_000);
    assertThat(fashion.test().size()).isEqualTo(10_000);
    Moments moments = Moments.of(fashion.training(), 784);
    assertThat(moments.mean()).isCloseTo(0, within(1e-3));
    assertThat(moments.standardDeviation()).isCloseTo(1, within(1e-3));
  }
}
