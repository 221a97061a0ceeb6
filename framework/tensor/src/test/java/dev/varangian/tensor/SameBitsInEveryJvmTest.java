package dev.varangian.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Runs {@link TrainingDigest} in separate JVMs: the bits are the same with all kernels and on all
 * machines.
 */
final class SameBitsInEveryJvmTest {
  private static final List<String> MODULE = List.of("--add-modules", "jdk.incubator.vector");
  private static final String SCALAR = "scalar";

  /** If this changes, the results of every experiment change. */
  private static final String DIGEST =
      "d59942dc297d2c1bc8eda6d0703e2f4708d1b22dedc8e60a3f505b3b74eb6ff2";

  /** The same of a network with normalised batches, dropout and a residual block. */
  private static final String RESIDUAL =
      "74182e0fabebf640dbff9a952f23064208de1dacc300d5360bce49de44e9134f";

  /** The same of means of the values nearest to medians. */
  private static final String NEAREST =
      "49b8b74552c5cfd4e92a4811cf4c2abbc87dc3db06068e30f8b42ebe3d4a4583";

  /** What a child printed: which kernels it used, and the digests. */
  private record Result(String kernels, String digest, String residual, String nearest) {}

  @Test
  void a_jvm_without_the_vector_module_trains_to_the_known_bits() throws Exception {
    Result result = train(List.of(), "");
    assertThat(result.kernels()).startsWith("scalar, since this JVM runs without");
    assertThat(result.digest()).isEqualTo(DIGEST);
    assertThat(result.residual()).isEqualTo(RESIDUAL);
    assertThat(result.nearest()).isEqualTo(NEAREST);
  }

  @Test
  void vector_kernels_train_to_the_bits_of_scalar_ones() throws Exception {
    assumeVectors();
    Result result = train(MODULE, "");
    assertThat(result.kernels()).startsWith("vector");
    assertThat(result.digest()).isEqualTo(DIGEST);
    assertThat(result.residual()).isEqualTo(RESIDUAL);
    assertThat(result.nearest()).isEqualTo(NEAREST);
  }

  @Test
  void scalar_kernels_on_request_train_to_the_same_bits() throws Exception {
    assumeVectors();
    Result result = train(MODULE, SCALAR);
    assertThat(result.kernels()).startsWith("scalar, as");
    assertThat(result.digest()).isEqualTo(DIGEST);
    assertThat(result.residual()).isEqualTo(RESIDUAL);
    assertThat(result.nearest()).isEqualTo(NEAREST);
  }

  @Test
  void vectors_of256_bits_train_to_the_same_bits() throws Exception {
    assertSameWithAvx(2, "vector, 256 bit");
  }

  @Test
  void vectors_of128_bits_train_to_the_same_bits() throws Exception {
    assertSameWithAvx(1, "vector, 128 bit");
  }

  private static void assertSameWithAvx(int level, String kernels) throws Exception {
    assumeVectors();
    String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    assumeTrue(
        List.of("amd64", "x86_64").contains(architecture), "-XX:UseAVX is a flag of x86 JVMs");
    List<String> flags = new ArrayList<>(MODULE);
    flags.add("-XX:UseAVX=" + level);
    Result result = train(flags, "");
    assumeTrue(result.kernels().equals(kernels), "this CPU has narrower vectors");
    assertThat(result.digest()).isEqualTo(DIGEST);
    assertThat(result.residual()).isEqualTo(RESIDUAL);
    assertThat(result.nearest()).isEqualTo(NEAREST);
  }

  private static void assumeVectors() {
    assumeTrue(
        ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent(),
        "this Java has no module jdk.incubator.vector to compare with");
  }

  private static Result train(List<String> flags, String kernels)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(
        List.of(
            "-Xmx512m",
            "-cp",
            placeOf(TrainingDigest.class) + File.pathSeparator + placeOf(Plan.class),
            TrainingDigest.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().remove("VARANGIAN_KERNELS");
    if (!kernels.isEmpty()) {
      builder.environment().put("VARANGIAN_KERNELS", kernels);
    }
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the child ended").isTrue();
    assertThat(process.exitValue()).as("exit code of %s", command).isZero();
    List<String> lines = output.lines().toList();
    int last = lines.size() - 1;
    return new Result(
        lines.get(last - 3), lines.get(last - 2), lines.get(last - 1), lines.get(last));
  }

  private static Path placeOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return Path.of(URI.create(source.getLocation().toString()));
  }
}
