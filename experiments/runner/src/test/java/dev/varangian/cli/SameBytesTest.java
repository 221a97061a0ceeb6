package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same experiment leaves the same bytes, whatever threads, vectors or kernels there are. */
class SameBytesTest {
  private static final String EXPERIMENT =
      """
      model: lenet
      dataset: {name: synthetic-digits, training: 300, test: 70}
      agents: 5
      faulty: 1
      batch-size: 3
      rounds: 4
      step-size: 0.1
      averaging: 0.3
      filter: cge
      evaluate-every: 2
      sweep:
        fault: [gradient-reverse, random, label-flip, silent]
        filter: [cge, median]
      """;

  @TempDir static Path folder = Path.of("");
  private static Map<String, String> reference = Map.of();

  @BeforeAll
  static void run_once() throws Exception {
    reference = results("reference", Map.of(), List.of("--add-modules", "jdk.incubator.vector"));
    assertThat(reference).hasSize(8 * 3);
  }

  @Test
  void with_one_thread_and_with_three() throws Exception {
    List<String> options = List.of("--add-modules", "jdk.incubator.vector");
    assertThat(results("one", Map.of(), options, "--threads", "1")).isEqualTo(reference);
    assertThat(results("three", Map.of(), options, "--threads", "3")).isEqualTo(reference);
  }

  @Test
  void with_scalar_kernels() throws Exception {
    assertThat(
            results(
                "scalar",
                Map.of("VARANGIAN_KERNELS", "scalar"),
                List.of("--add-modules", "jdk.incubator.vector")))
        .isEqualTo(reference);
  }

  @Test
  void without_the_vector_module() throws Exception {
    assertThat(results("without", Map.of(), List.of())).isEqualTo(reference);
  }

  @Test
  void with_narrower_vectors() throws Exception {
    assumeThat(System.getProperty("os.arch")).as("UseAVX is a switch of x86").isEqualTo("amd64");
    assertThat(
            results(
                "narrow",
                Map.of(),
                List.of("--add-modules", "jdk.incubator.vector", "-XX:UseAVX=2")))
        .isEqualTo(reference);
  }

  @Test
  void in_another_locale_and_time_zone() throws Exception {
    assertThat(
            results(
                "elsewhere",
                Map.of(),
                List.of(
                    "--add-modules",
                    "jdk.incubator.vector",
                    "-Duser.language=ar",
                    "-Duser.country=EG",
                    "-Duser.timezone=Asia/Kathmandu")))
        .isEqualTo(reference);
  }

  /** Runs the experiment in a JVM of its own and returns what must not differ, by file. */
  private static Map<String, String> results(
      String name, Map<String, String> environment, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    Path experiment = Files.writeString(folder.resolve("bytes.yaml"), EXPERIMENT);
    Path out = folder.resolve(name);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("run", experiment.toString(), "--out", out.toString()));
    command.addAll(List.of(arguments));
    Path log = folder.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    return files(out);
  }

  private static Map<String, String> files(Path out) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out.resolve("runs"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (List.of("metrics.csv", "agents.csv", "weights.npy").contains(name)) {
          contents.put(out.relativize(file).toString(), Arrays.toString(Files.readAllBytes(file)));
        }
      }
    }
    return contents;
  }
}
