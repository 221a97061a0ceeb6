package dev.varangian.tensor.kernels.elementwise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.tensor.kernels.Implementation;
import dev.varangian.tensor.kernels.Numbers;
import dev.varangian.tensor.kernels.Numbers.Special;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ElementwiseKernelsTest {
  @ParameterizedTest
  @EnumSource
  void the_gradient_of_relu_is_kept_where_its_result_is_positive(Implementation implementation) {
    ElementwiseKernels kernels = implementation.kernels().elementwise();
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      int length = random.nextInt(70);
      int yOffset = random.nextInt(5);
      int fromOffset = random.nextInt(5);
      int toOffset = random.nextInt(5);
      float[] y = Numbers.floats(random, yOffset + length, Special.any(random));
      float[] from = Numbers.floats(random, fromOffset + length, Special.any(random));
      float[] to = Numbers.canaries(toOffset + length + 3);
      float[] expected = to.clone();
      for (int i = 0; i < length; i++) {
        boolean positive = y[yOffset + i] > 0 || Float.isNaN(y[yOffset + i]);
        expected[toOffset + i] = positive ? from[fromOffset + i] : 0;
      }
      kernels.reluGradient(y, yOffset, from, fromOffset, to, toOffset, length);
      assertThat(to).as("seed %d, length %d", seed, length).isEqualTo(expected);
    }
  }
}
