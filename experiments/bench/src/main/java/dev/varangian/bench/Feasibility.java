package dev.varangian.bench;

import dev.varangian.bench.work.FilterProbe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Finds out which filters would finish. They are tried in another JVM, since a call that goes on
 * for ever can be ended only together with its process.
 */
final class Feasibility {
  private static final long SECONDS_TO_START = 60;
  private static final String ENDED = "";

  private final List<Path> plugins;
  private final int threads;
  private final int limitSeconds;
  private final Consumer<String> notes;

  /**
   * @param plugins the foreign plugins of the catalogue
   * @param limitSeconds how long a call may take
   * @param notes told why a filter is left out
   */
  Feasibility(List<Path> plugins, int threads, int limitSeconds, Consumer<String> notes) {
    this.plugins = plugins;
    this.threads = threads;
    this.limitSeconds = limitSeconds;
    this.notes = notes;
  }

  /** Those of {@code names} whose calls on n rows of d numbers end within the limit. */
  List<String> finishing(List<String> names, int n, int d) {
    List<String> finishing = new ArrayList<>();
    List<String> left = new ArrayList<>(names);
    while (!left.isEmpty()) {
      try {
        tryOut(left, n, d, finishing);
      } catch (IOException e) {
        throw new UncheckedIOException("filters can't be tried in a JVM of their own", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while filters were tried", e);
      }
    }
    return finishing;
  }

  /** Takes from {@code left} what was tried: all, or up to the first that doesn't end. */
  private void tryOut(List<String> left, int n, int d, List<String> finishing)
      throws IOException, InterruptedException {
    Process process = start(left, n, d);
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(process, lines), "varangian-probe");
    reader.setDaemon(true);
    reader.start();
    try {
      long patience = SECONDS_TO_START + limitSeconds;
      while (!left.isEmpty()) {
        String name = left.remove(0);
        String line = lines.poll(patience, TimeUnit.SECONDS);
        if (line == null || line.equals(ENDED)) {
          leaveOut(name, n, line == null ? "does not finish" : "fails");
          return;
        }
        if (isFastEnough(name, n, line)) {
          finishing.add(name);
        }
        patience = limitSeconds;
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private void leaveOut(String name, int n, String reason) {
    notes.accept(name + " at n = " + n + " " + reason + "; left out");
  }

  private boolean isFastEnough(String name, int n, String line) {
    if (line.equals(name)) {
      leaveOut(name, n, "is not defined, or has no defaults");
      return false;
    }
    double seconds = Double.parseDouble(line.substring(name.length() + 1)) / 1e3;
    if (seconds > limitSeconds) {
      String about = String.format(Locale.ROOT, "%.0f", seconds);
      leaveOut(name, n, "would take about " + about + " s a call, the limit is " + limitSeconds);
      return false;
    }
    return true;
  }

  private static void read(Process process, BlockingQueue<String> lines) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      // The process was ended; there is no more to read.
    }
    lines.add(ENDED);
  }

  private Process start(List<String> names, int n, int d) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-agent") && !option.startsWith("-javaagent"))
        .forEach(command::add);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(FilterProbe.class.getName());
    command.add(String.valueOf(n));
    command.add(String.valueOf(d));
    command.add(String.valueOf(threads));
    plugins.forEach(path -> command.add(path.toString()));
    command.add(FilterProbe.PLUGINS_END);
    command.addAll(names);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
