package dev.varangian.datasets.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.tensor.operation.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistTest {
  private static final String PLACE_THEM =
      "put train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte,"
          + " t10k-labels-idx1-ubyte there (plain or .gz), or pass --data DIR to look in DIR/mnist";

  @TempDir Path data;
  private Path folder;

  @BeforeEach
  void write_four_valid_files() throws IOException {
    folder = Files.createDirectory(data.resolve("mnist"));
    write("train-images-idx3-ubyte.gz", IdxBytes.gzip(IdxBytes.counting(3, 28, 28)));
    write("train-labels-idx1-ubyte", IdxBytes.labels(7, 0, 9));
    write("t10k-images.idx3-ubyte", IdxBytes.counting(2, 28, 28));
    write("t10k-labels.idx1-ubyte.gz", IdxBytes.gzip(IdxBytes.labels(1, 2)));
  }

  @Test
  void reads_files_under_all_of_their_names() {
    Mnist mnist = mnist();

    assertThat(mnist.inputShape()).isEqualTo(Shape.of(28, 28, 1));
    assertThat(mnist.classes()).isEqualTo(10);
    assertThat(mnist.training().size()).isEqualTo(3);
    assertThat(mnist.test().size()).isEqualTo(2);
  }

  @Test
  void pixels_are_scaled_and_standardised() {
    float[] inputs = new float[1000];
    mnist().training().readInput(1, inputs, 100);

    // The second image begins with pixel 784 mod 256 = 16.
    assertThat(inputs[99]).isZero();
    assertThat(inputs[100]).isEqualTo((float) ((16 / 255.0 - 0.1307) / 0.3081));
    assertThat(inputs[100 + 239]).isEqualTo((float) ((255 / 255.0 - 0.1307) / 0.3081));
    assertThat(inputs[100 + 240]).isEqualTo((float) (-0.1307 / 0.3081));
    assertThat(inputs[100 + 784]).isZero();
  }

  @Test
  void targets_are_the_labels() {
    float[] targets = new float[4];
    Mnist mnist = mnist();
    mnist.training().readTarget(0, targets, 1);
    mnist.training().readTarget(2, targets, 2);
    mnist.test().readTarget(1, targets, 3);

    assertThat(targets).containsExactly(0, 7, 9, 2);
  }

  @Test
  void a_plain_file_is_preferred_to_a_compressed_one() throws IOException {
    write("train-labels-idx1-ubyte.gz", IdxBytes.gzip(IdxBytes.labels(1, 1, 1)));

    float[] target = new float[1];
    mnist().training().readTarget(0, target, 0);

    assertThat(target[0]).isEqualTo(7);
  }

  @Test
  void a_file_is_decompressed_by_its_content_whatever_its_name() throws IOException {
    write("train-labels-idx1-ubyte", IdxBytes.gzip(IdxBytes.labels(1, 2, 3)));
    write("t10k-labels.idx1-ubyte.gz", IdxBytes.labels(4, 5));

    float[] targets = new float[2];
    mnist().training().readTarget(2, targets, 0);
    mnist().test().readTarget(1, targets, 1);

    assertThat(targets).containsExactly(3, 5);
  }

  @Test
  void missing_files_are_reported_with_the_folder_and_advice() throws IOException {
    Files.delete(folder.resolve("t10k-images.idx3-ubyte"));
    refused("found no t10k-images-idx3-ubyte in " + folder + ": " + PLACE_THEM);

    Files.delete(folder.resolve("train-labels-idx1-ubyte"));
    refused(
        "found no train-labels-idx1-ubyte, no t10k-images-idx3-ubyte in "
            + folder
            + ": "
            + PLACE_THEM);
  }

  @Test
  void a_missing_folder_is_reported_with_advice() {
    Path elsewhere = data.resolve("elsewhere");

    assertThatThrownBy(() -> mnist(elsewhere))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "found none of the files of mnist in "
                + elsewhere.resolve("mnist")
                + ": "
                + PLACE_THEM);
  }

  @Test
  void the_folder_of_the_files_itself_is_recognised() {
    assertThatThrownBy(() -> mnist(folder))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "found none of the files of mnist in "
                + folder.resolve("mnist")
                + ": "
                + PLACE_THEM
                + " (they lie in "
                + folder
                + ": pass --data "
                + data
                + ")");
  }

  @Test
  void labels_that_do_not_match_the_images_are_rejected() throws IOException {
    Path labels = write("train-labels-idx1-ubyte", IdxBytes.labels(7, 0));

    refused(
        labels + ": has 2 labels, expected 3, one for each image of train-images-idx3-ubyte.gz");
  }

  @Test
  void labels_above_nine_are_rejected() throws IOException {
    Path labels = write("train-labels-idx1-ubyte", IdxBytes.labels(7, 0, 255));

    refused(labels + ": label 3 is 255, expected 0 to 9");
  }

  @Test
  void images_of_another_size_are_rejected() throws IOException {
    Path images = write("train-images-idx3-ubyte", IdxBytes.counting(3, 32, 32));

    refused(images + ": has entries of 32x32, expected 28x28");
  }

  private void refused(String message) {
    assertThatThrownBy(this::mnist).isInstanceOf(ConfigurationException.class).hasMessage(message);
  }

  private Mnist mnist() {
    return mnist(data);
  }

  private static Mnist mnist(Path data) {
    return new Mnist(new DataDirectory(data), new Mnist.Parameters(0.1307, 0.3081));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
