package dev.varangian.benchmarks.peers;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The processes that are compared, each started when it is first asked and ended at the end. */
final class Stations implements AutoCloseable {
  private final Map<Station, Running> running = new LinkedHashMap<>();

  private record Running(Process process, BufferedReader in, BufferedWriter out, Path errors) {}

  /**
   * Has a station do a piece of work for about so long, at least once.
   *
   * @return how long each time took, in milliseconds
   * @throws IllegalStateException if it fails; the message says why
   */
  double[] times(Station station, String work, double seconds) {
    Running process = running.computeIfAbsent(station, Stations::start);
    try {
      process.out().write(seconds + " " + work + "\n");
      process.out().flush();
      String answer = process.in().readLine();
      if (answer == null || answer.startsWith(WorkServer.FAILED)) {
        throw new IllegalStateException(
            station
                + ": "
                + work
                + " "
                + (answer == null ? "ended it: " + lastLine(process.errors()) : answer));
      }
      return Arrays.stream(answer.split(" ")).mapToDouble(Double::parseDouble).toArray();
    } catch (IOException e) {
      throw new IllegalStateException(station + " ended: " + lastLine(process.errors()), e);
    }
  }

  private static Running start(Station station) {
    try {
      Path errors = Files.createTempFile("varangian-peer-", ".log");
      errors.toFile().deleteOnExit();
      Process process = station.command().redirectError(errors.toFile()).start();
      return new Running(
          process,
          process.inputReader(StandardCharsets.UTF_8),
          process.outputWriter(StandardCharsets.UTF_8),
          errors);
    } catch (IOException e) {
      throw new UncheckedIOException(station + " can't be started", e);
    }
  }

  private static String lastLine(Path errors) {
    try {
      return Files.readString(errors).strip().lines().reduce((first, last) -> last).orElse("");
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Override
  public void close() {
    running.values().forEach(each -> each.process().destroyForcibly());
  }
}
