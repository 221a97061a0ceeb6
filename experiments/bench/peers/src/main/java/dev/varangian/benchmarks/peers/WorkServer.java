package dev.varangian.benchmarks.peers;

import dev.varangian.bench.Turns;
import dev.varangian.bench.work.Work;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The program of the processes that are compared. Each line that it reads names a number of seconds
 * and a piece of work; it answers with a line of times in milliseconds, or with {@value #FAILED}
 * and the reason. Between lines it waits and uses no processor.
 */
final class WorkServer {
  static final String FAILED = "failed: ";

  /** Enough for the JVM to compile what it will, also for libtorch to settle. */
  private static final Turns WARM_UP = new Turns(2, 0, 1, 1);

  private WorkServer() {}

  /** Takes {@code ours} or {@code torch}, and the number of threads. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    int threads = Integer.parseInt(arguments[1]);
    Works works = arguments[0].equals("torch") ? new TorchWorks(threads) : new OurWorks(threads);
    Map<String, Work> made = new HashMap<>();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", 2);
      try {
        Work work = made.get(words[1]);
        if (work == null) {
          work = works.of(words[1]);
          WARM_UP.warmUp(work);
          made.put(words[1], work);
        }
        out.println(times(work, Double.parseDouble(words[0])));
      } catch (RuntimeException | LinkageError e) {
        out.println(FAILED + e);
      }
    }
    System.exit(0);
  }

  /** At least one. */
  private static String times(Work work, double seconds) {
    StringJoiner times = new StringJoiner(" ");
    double left = seconds * 1e3;
    do {
      double time = work.milliseconds();
      times.add(String.valueOf(time));
      left -= time;
    } while (left > 0);
    return times.toString();
  }
}
