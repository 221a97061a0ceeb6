package dev.varangian.tensor.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

final class KernelChoiceTest {

  @Test
  void vector_kernels_are_chosen_if_the_module_is_present_and_scalar_ones_are_not_requested() {
    assumeTrue(
        ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(),
        "this JVM runs without --add-modules jdk.incubator.vector");
    assumeTrue(System.getenv("VARANGIAN_KERNELS") == null, "VARANGIAN_KERNELS is set");
    assertThat(Kernels.active().lanes()).isGreaterThan(1);
    assertThat(Kernels.description())
        .isEqualTo("vector, " + Kernels.active().lanes() * Float.SIZE + " bit");
  }
}
