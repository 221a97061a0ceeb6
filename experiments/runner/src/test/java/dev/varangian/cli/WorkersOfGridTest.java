package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A grid goes to processes of its own; what befalls one of them costs its run only. */
class WorkersOfGridTest {
  private static final String EXPERIMENT =
      """
      model: softmax-regression
      dataset: {name: synthetic-digits, training: 300, test: 70}
      agents: 5
      faulty: 1
      batch-size: 3
      rounds: 400
      step-size: 0.1
      fault: random
      evaluate-every: 200
      sweep:
        filter: [cge, median, krum, mom]
      """;

  @TempDir private Path folder;

  private Process start(String... options) throws IOException {
    return startWithin("600", options);
  }

  private Process startWithin(String limit, String... options) throws IOException {
    Path experiment = Files.writeString(folder.resolve("grid.yaml"), EXPERIMENT);
    return OwnJvm.start(
        log(),
        List.of(options),
        List.of(
            "run",
            experiment.toString(),
            "--out",
            out().toString(),
            "--threads",
            "2",
            "--limit",
            limit));
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Path log() {
    return folder.resolve("log");
  }

  /** Not the helper that Java starts processes by, nor what is still a copy of its parent. */
  private static boolean isWorker(ProcessHandle process) {
    try {
      // ProcessHandle cuts long command lines off.
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
          .contains("WorkerMain");
    } catch (IOException e) {
      return false; // it has ended
    }
  }

  private int end(Process process) throws InterruptedException {
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private List<String> summary() throws IOException {
    return Files.readAllLines(out().resolve("summary.csv"));
  }

  @Test
  void a_worker_that_dies_is_replaced_and_its_run_is_made_the_next_time() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/cmdline")), "no /proc to find the worker by");
    Process process = start();
    Optional<ProcessHandle> worker = Optional.empty();
    while (worker.isEmpty() && process.isAlive()) {
      Thread.sleep(5);
      worker = process.children().filter(WorkersOfGridTest::isWorker).findFirst();
    }
    worker.orElseThrow().destroyForcibly();
    assertThat(end(process)).isEqualTo(1);
    assertThat(Files.readString(log()))
        .contains(" failed: its worker process ended with exit code 137")
        .contains("varangian: 1 run failed, for the reasons above; this runs them again: ");
    assertThat(summary()).hasSize(1 + 3);

    assertThat(end(start())).isZero();
    assertThat(Files.readString(log())).contains("3 finished runs are kept");
    assertThat(summary())
        .hasSize(1 + 4)
        .satisfies(lines -> assertThat(lines.get(1)).startsWith("cge,"))
        .satisfies(lines -> assertThat(lines.get(4)).startsWith("mom,"));
  }

  @Test
  void a_worker_that_is_silent_for_too_long_is_ended() throws Exception {
    assertThat(end(startWithin("0.001"))).isEqualTo(2);
    assertThat(Files.readString(log()))
        .containsPattern("filter=mom failed: .*no round ended within 0.001 s")
        .contains("varangian: 4 runs failed");
  }

  @Test
  void what_a_worker_prints_holds_up_nothing() throws Exception {
    String many = "-Xlog:class+load:stderr";
    String stray = "-Xlog:class+unload,safepoint:stdout";
    assertThat(end(startWithin("20", many, stray))).isZero();
    assertThat(summary()).hasSize(1 + 4);
  }

  @Test
  void runs_that_cannot_be_recorded_are_the_users_to_mend() throws Exception {
    assertThat(end(start())).isZero();
    try (Stream<Path> runs = Files.list(out().resolve("runs"))) {
      for (Path run : runs.sorted().skip(2).toList()) {
        Files.delete(run.resolve("weights.npy"));
        Files.createDirectories(run.resolve("weights.npy/in-the-way"));
      }
    }
    assertThat(end(start())).isEqualTo(2);
    assertThat(Files.readString(log()))
        .contains("2 finished runs are kept", "failed: cannot write ", "varangian: 2 runs failed");
    assertThat(summary()).hasSize(1 + 2);
  }
}
