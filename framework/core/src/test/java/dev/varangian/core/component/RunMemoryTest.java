package dev.varangian.core.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.varangian.spi.context.Memory;
import org.junit.jupiter.api.Test;

class RunMemoryTest {
  private final RunMemory run = new RunMemory();
  private final Memory memory = run.of("filter clip");

  @Test
  void an_array_is_zeros_at_first_and_the_same_ever_after() {
    float[] floats = memory.floats("last", 3);
    assertThat(floats).containsExactly(0, 0, 0);
    floats[1] = 5;
    assertThat(memory.floats("last", 3)).isSameAs(floats);
    double[] doubles = memory.doubles("sum", 2);
    assertThat(doubles).containsExactly(0, 0);
    assertThat(memory.doubles("sum", 2)).isSameAs(doubles);
  }

  @Test
  void components_have_arrays_apart_also_those_of_one_name() {
    float[] own = memory.floats("last", 3);
    assertThat(run.of("fault clip").floats("last", 3)).isNotSameAs(own);
    assertThat(run.of("filter clip").floats("last", 3)).isNotSameAs(own);
    assertThat(memory.floats("last", 3)).isSameAs(own);
  }

  @Test
  void a_name_stands_for_one_length_and_type() {
    memory.floats("last", 3);
    assertThatIllegalStateException()
        .isThrownBy(() -> memory.floats("last", 4))
        .withMessage(
            "filter clip asked for 4 floats called \"last\", but that name has an array of another type or length");
    assertThatIllegalStateException()
        .isThrownBy(() -> memory.doubles("last", 3))
        .withMessage(
            "filter clip asked for 3 doubles called \"last\", but that name has an array of another type or length");
  }
}
