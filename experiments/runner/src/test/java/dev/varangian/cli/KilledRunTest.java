package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep that is killed and started again ends in the bytes of one that was never disturbed. */
class KilledRunTest {
  private static final String EXPERIMENT =
      """
      model: softmax-regression
      dataset: {name: synthetic-digits, training: 300, test: 70}
      agents: 5
      faulty: 1
      batch-size: 3
      rounds: 1000
      step-size: 0.1
      averaging: 0.3
      fault: random
      evaluate-every: 300
      sweep:
        filter: [cge, median]
      """;

  private static final int KILLS = 3;

  @TempDir private Path folder;

  private Process start(Path out, String interval) throws IOException {
    Path experiment = Files.writeString(folder.resolve("killed.yaml"), EXPERIMENT);
    return OwnJvm.start(
        log(),
        List.of("-Dvarangian.checkpoint=" + interval),
        List.of("run", experiment.toString(), "--out", out.toString(), "--quiet"));
  }

  private Path log() {
    return folder.resolve("log");
  }

  private static void end(Process process) throws InterruptedException {
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void killed_three_times_it_ends_in_the_same_bytes() throws Exception {
    Path whole = folder.resolve("whole");
    end(start(whole, "60000"));
    Path killed = folder.resolve("killed");
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start(killed, "20");
      awaitCheckpoint(killed, process);
      if (kill % 2 == 0) { // the workers of one that is killed alone end by themselves
        process.descendants().forEach(ProcessHandle::destroyForcibly);
      }
      process.destroyForcibly();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
    end(start(killed, "20"));
    assertThat(Files.readString(log())).contains(": resuming from round ");
    assertThat(contents(killed)).isEqualTo(contents(whole)).hasSize(2 * 3);
    assertThat(files(killed, "checkpoint.bin")).isEmpty();
  }

  /** Until a new one is there, or the process has ended by itself. */
  private static void awaitCheckpoint(Path out, Process process) throws Exception {
    Map<Path, FileTime> before = times(out);
    while (process.isAlive() && times(out).equals(before)) {
      Thread.sleep(5);
    }
  }

  private static Map<Path, FileTime> times(Path out) throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    for (Path file : files(out, "checkpoint.bin")) {
      try {
        times.put(file, Files.getLastModifiedTime(file));
      } catch (IOException e) {
        // it was removed in between
      }
    }
    return times;
  }

  private static List<Path> files(Path out, String name) throws IOException {
    if (!Files.isDirectory(out.resolve("runs"))) {
      return List.of();
    }
    try (Stream<Path> runs = Files.list(out.resolve("runs"))) {
      return runs.map(run -> run.resolve(name)).filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Map<String, String> contents(Path out) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (String name : List.of("metrics.csv", "agents.csv", "weights.npy")) {
      for (Path file : files(out, name)) {
        contents.put(out.relativize(file).toString(), Arrays.toString(Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
