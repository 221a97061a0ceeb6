package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CGE learns although an agent reverses its gradients, and the plain mean does not. */
class TrainingTest {
  private final Path quickstart = Invocation.checkout().resolve("experiments/quickstart.yaml");
  private final Path sharedData = Invocation.checkout().resolveSibling("shared/data");

  @Test
  void on_synthetic_digits(@TempDir Path out) throws IOException {
    Invocation run =
        Invocation.of(
            "run", quickstart.toString(), "--set", "rounds=80", "--out", out.toString(), "--quiet");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(finalAccuracy(out, "cge")).isGreaterThan(0.8);
    assertThat(finalAccuracy(out, "mean")).isLessThan(0.5);
  }

  @Test
  void on_mnist(@TempDir Path out) throws IOException {
    assumeThat(sharedData.resolve("mnist"))
        .as("MNIST lies in ../shared/data/mnist beside the checkout")
        .isDirectory();

    Invocation run =
        Invocation.of(
            "run",
            quickstart.toString(),
            "--data",
            sharedData.toString(),
            "--set",
            "dataset=mnist",
            "--set",
            "rounds=100",
            "--set",
            "evaluate-every=100",
            "--out",
            out.toString(),
            "--quiet");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(finalAccuracy(out, "cge")).isGreaterThan(0.9);
    assertThat(finalAccuracy(out, "mean")).isLessThan(0.2);
  }

  private static double finalAccuracy(Path out, String filter) throws IOException {
    List<String> lines = Files.readAllLines(out.resolve("summary.csv"));
    int column = Arrays.asList(lines.get(0).split(",")).indexOf("final_test_accuracy");
    return lines.stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[0].equals(filter))
        .mapToDouble(cells -> Double.parseDouble(cells[column]))
        .findFirst()
        .orElseThrow();
  }
}
