package dev.varangian.benchmarks;

import dev.varangian.benchmarks.peers.Comparison;
import java.io.IOException;
import java.util.Arrays;

/** {@code peers [option…]}: the comparison with libtorch; {@code jmh [option…]}: JMH's own. */
public final class Main {
  private Main() {}

  /** Exit codes: 0 done, 1 a measurement failed, 2 an error that is the user's to correct. */
  public static void main(String[] arguments) throws IOException {
    String command = arguments.length == 0 ? "" : arguments[0];
    String[] rest = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
    switch (command) {
      case "peers" -> System.exit(Comparison.run(rest));
      case "jmh" -> org.openjdk.jmh.Main.main(rest);
      default -> {
        System.err.println("benchmarks: expected peers or jmh, not \"" + command + "\"");
        System.exit(2);
      }
    }
  }
}
