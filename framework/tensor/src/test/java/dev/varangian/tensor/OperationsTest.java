package dev.varangian.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.varangian.tensor.Examples.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OperationsTest {
  private static final int SEEDS = 12;

  static Stream<Family> families() {
    return Examples.all();
  }

  @ParameterizedTest
  @MethodSource("families")
  void forward_agrees_with_plain_arithmetic(Family family) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Example example = family.example(random);
      float[][] values =
          example.leaves().stream().map(leaf -> leaf.values(random)).toArray(float[][]::new);
      Tape tape = Tape.eager(example.mode());
      List<Tensor> tensors = new ArrayList<>();
      for (int leaf = 0; leaf < values.length; leaf++) {
        tensors.add(tape.input(example.leaves().get(leaf).shape(), values[leaf]));
      }
      float[] result = example.engine().apply(tensors).values();
      double[] expected = example.plain().apply(Plain.doubles(values));
      assertThat(result).as("seed %d, %s", seed, example).hasSameSizeAs(expected);
      for (int i = 0; i < result.length; i++) {
        assertThat((double) result[i])
            .as("seed %d, %s at %d", seed, example, i)
            .isCloseTo(expected[i], within(1e-5 * (1 + Math.abs(expected[i]))));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void gradients_of_inputs_agree_with_finite_differences(Family family) {
    check(family, false);
  }

  @ParameterizedTest
  @MethodSource("families")
  void gradients_of_parameters_agree_with_finite_differences(Family family) {
    check(family, true);
  }

  private static void check(Family family, boolean asParameters) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      new GradientCheck(family.example(random), random).check(asParameters, random, "seed " + seed);
    }
  }
}
