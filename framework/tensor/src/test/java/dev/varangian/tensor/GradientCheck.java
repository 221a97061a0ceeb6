package dev.varangian.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.varangian.tensor.operation.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Compares the engine's gradients with central finite differences of the plain double arithmetic.
 * The result is projected on a random vector, so that its every value counts.
 */
final class GradientCheck {
  private static final double STEP = 1e-4;
  private static final double TOLERANCE = 2e-5;

  /** So many coordinates of each leaf are tried. */
  private static final int COORDINATES = 25;

  private final Example example;
  private final float[][] values;
  private final float[] projection;

  GradientCheck(Example example, Random random) {
    this.example = example;
    this.values =
        example.leaves().stream().map(leaf -> leaf.values(random)).toArray(float[][]::new);
    this.projection = new float[example.plain().apply(doubles()).length];
    for (int i = 0; i < projection.length; i++) {
      projection[i] = (float) random.nextGaussian();
    }
  }

  /** Fails with {@code description} where they differ. */
  void check(boolean asParameters, Random random, String description) {
    List<float[]> gradients = gradients(asParameters);
    for (int leaf = 0; leaf < values.length; leaf++) {
      float[] gradient = gradients.get(leaf);
      for (int i = 0; i < Math.min(gradient.length, COORDINATES); i++) {
        int at = gradient.length <= COORDINATES ? i : random.nextInt(gradient.length);
        double expected = example.leaves().get(leaf).differentiable() ? difference(leaf, at) : 0;
        assertThat((double) gradient[at])
            .as("%s, %s, leaf %d at %d", description, example, leaf, at)
            .isCloseTo(expected, within(TOLERANCE * (1 + Math.abs(expected))));
      }
    }
  }

  private List<float[]> gradients(boolean asParameters) {
    Tape tape = Tape.eager(example.mode(), concatenated());
    List<Tensor> tensors = new ArrayList<>();
    for (int leaf = 0; leaf < values.length; leaf++) {
      Shape shape = example.leaves().get(leaf).shape();
      tensors.add(
          asParameters
              ? tape.parameter("leaf " + leaf, shape, 0)
              : tape.input(shape, values[leaf]));
    }
    Tensor result = example.engine().apply(tensors);
    Tensor weights = tape.input(result.shape(), projection);
    return tape.gradients(result.multiply(weights).sum());
  }

  private double difference(int leaf, int at) {
    return (projected(leaf, at, STEP) - projected(leaf, at, -STEP)) / (2 * STEP);
  }

  private double projected(int leaf, int at, double step) {
    double[][] moved = doubles();
    moved[leaf][at] += step;
    double[] result = example.plain().apply(moved);
    double sum = 0;
    for (int i = 0; i < result.length; i++) {
      sum += projection[i] * result[i];
    }
    return sum;
  }

  private double[][] doubles() {
    return Plain.doubles(values);
  }

  private float[] concatenated() {
    int size = 0;
    for (float[] each : values) {
      size += each.length;
    }
    float[] all = new float[size];
    int to = 0;
    for (float[] each : values) {
      System.arraycopy(each, 0, all, to, each.length);
      to += each.length;
    }
    return all;
  }
}
