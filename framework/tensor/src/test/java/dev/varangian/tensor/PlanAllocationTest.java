package dev.varangian.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** In a JVM of its own, which has compiled nothing for other tests. */
final class PlanAllocationTest {
  /** Records that describe the operands of kernels; no arrays. */
  private static final long FEW_BYTES = 4096;

  @Test
  void once_compiled_a_round_allocates_next_to_nothing() throws Exception {
    assumeTrue(
        ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent(),
        "this Java has no module jdk.incubator.vector");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules",
            "jdk.incubator.vector",
            "-Xmx512m",
            "-cp",
            placeOf(AllocationProbe.class) + File.pathSeparator + placeOf(Plan.class),
            AllocationProbe.class.getName(),
            Long.toString(FEW_BYTES));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().remove("VARANGIAN_KERNELS");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the child ended").isTrue();
    List<String> lines = output.lines().toList();
    long least = Long.parseLong(lines.get(lines.size() - 1));
    assertThat(least).as("bytes allocated in the best round").isLessThanOrEqualTo(FEW_BYTES);
  }

  private static Path placeOf(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
