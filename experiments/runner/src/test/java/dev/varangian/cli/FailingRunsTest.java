package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plugin does to its own run is told, and does nothing to the others. */
class FailingRunsTest {
  private static final String PLUGIN =
      """
      import dev.varangian.spi.*;
      import dev.varangian.spi.context.*;
      import dev.varangian.spi.data.*;
      import dev.varangian.spi.fault.*;
      import dev.varangian.spi.filter.*;
      import dev.varangian.spi.training.*;
      import jakarta.inject.Inject;
      import java.util.Arrays;
      import java.util.List;

      public final class Misfortune implements Plugin {
        @Override
        public List<Component<?>> components() {
          return List.of(
              Component.fault("misfortune", Fault.class),
              Component.filter("whim", Filter.class),
              Component.filter("frank", Frank.class));
        }

        public record How(@Param(value = "what happens", defaultValue = "nothing") String how) {}

        public static final class Fault implements GradientFault {
          private final String how;
          private OutputRow kept;

          @Inject
          Fault(How parameters) {
            how = parameters.how();
            if (how.equals("unborn")) {
              throw new IllegalStateException("not today");
            }
            if (how.equals("aborted")) {
              System.exit(0);
            }
            while (how.equals("stillborn")) {
              Thread.onSpinWait();
            }
          }

          @Override
          public Knowledge knows() {
            return Knowledge.ALL_GRADIENTS;
          }

          private static void close(java.io.InputStream stream) {
            try {
              stream.close();
            } catch (java.io.IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }

          private static void pretend(String answers) {
            try {
              new java.io.FileOutputStream(java.io.FileDescriptor.out).write(answers.getBytes());
            } catch (java.io.IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }

          private static void start(String... command) {
            try {
              new ProcessBuilder(command).inheritIO().start();
            } catch (java.io.IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }

          @Override
          public void forge(Situation situation, OutputRow out) {
            if (!how.equals("recurse")) {
              System.out.println("misfortune: " + how);
            }
            switch (how) {
              case "chatter" -> {
                for (int i = 0; i < 1000; i++) {
                  System.out.println("so much to say, again and again and again and again " + i);
                }
              }
              case "throw" -> throw new IllegalStateException("oh no");
              case "shout" -> throw new IllegalStateException("no".repeat(1_000_000));
              case "interrupt" -> Thread.currentThread().interrupt();
              case "shut" -> close(System.in);
              case "pretend" -> pretend("null\\n{}\\n{\\"kind\\":\\"TASK\\",\\"text\\":\\"\\",\\"swept\\":{}}\\n");
              case "foster" -> {
                start("sleep", "600");
                Runtime.getRuntime().halt(3);
              }
              case "desert" -> {
                start("sleep", "601");
                throw new IllegalStateException("gone");
              }
              case "recurse" -> forge(situation, out);
              case "quit" -> System.exit(0);
              case "die" -> Runtime.getRuntime().halt(3);
              case "fill" -> throw new OutOfMemoryError();
              case "wide" -> out.set(0, new float[out.length() + 1], 0, out.length() + 1);
              case "rob" -> situation.honest().clear();
              case "keep" -> {
                if (kept != null) {
                  kept.fill(1);
                }
                kept = out;
              }
              case "spin" -> {
                while (situation.agentRound().round() == 2) {
                  Thread.onSpinWait();
                }
              }
              case "hang" -> {
                while (true) {
                  try {
                    Thread.sleep(1000);
                  } catch (InterruptedException e) {
                    // go on sleeping
                  }
                }
              }
              default -> {}
            }
          }
        }

        public static final class Filter implements RowFilter {
          private final String how;

          @Inject
          Filter(How parameters) {
            how = parameters.how();
          }

          @Override
          public Condition hardBound() {
            if (how.equals("boundless")) {
              return null;
            }
            if (how.equals("bound")) {
              throw new IllegalStateException("no bound");
            }
            return Condition.ALWAYS;
          }

          @Override
          public Needs needs() {
            return Needs.NOTHING;
          }

          @Override
          public double[] weights(Points points) {
            if (how.equals("nil")) {
              return null;
            }
            double[] weights = new double[how.equals("few") ? points.count() - 1 : points.count()];
            Arrays.fill(weights, how.equals("nan") ? Double.NaN : 1.0 / points.count());
            return weights;
          }
        }

        public static final class Frank implements GeneralFilter {
          private final String how;

          @Inject
          Frank(How parameters) {
            how = parameters.how();
          }

          @Override
          public double[] filter(Received received, OutputRow out) {
            List<Row> rows = received.rows();
            if (how.equals("rob")) {
              rows.set(0, rows.get(1));
            }
            float[] first = new float[out.length()];
            rows.get(0).copy(0, first, 0, first.length);
            if (how.equals("scribble")) {
              Arrays.fill(first, 9); // its own copy, and nobody else's
              rows.get(0).copy(0, first, 0, first.length);
            }
            out.set(0, first, 0, first.length);
            if (how.equals("nan")) {
              out.set(3, new float[] {Float.NaN}, 0, 1);
            }
            return null;
          }
        }
      }
      """;

  private static final String EXTERNAL =
      "; from external plugins it uses fault misfortune of plugin misfortune";

  private static final String EXPERIMENT =
      """
      model: softmax-regression
      dataset: {name: synthetic-digits, training: 50, test: 20}
      agents: 4
      faulty: 1
      batch-size: 2
      rounds: 3
      step-size: 0.1
      filter: cge
      fault: misfortune
      """;

  @TempDir private Path folder;
  private Path jar;

  @BeforeEach
  void make_the_plugin() throws IOException {
    jar = PluginJar.of("Misfortune", "misfortune", PLUGIN, folder);
  }

  /** What it printed. */
  private String run(int code, String more, String... options) throws Exception {
    Path log = folder.resolve("log");
    Path file = Files.writeString(folder.resolve("bad.yaml"), EXPERIMENT + more);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                file.toString(),
                "--plugins",
                jar.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--threads",
                "3"));
    arguments.addAll(List.of(options));
    Process process = OwnJvm.start(log, List.of("-Djava.io.tmpdir=" + folder), arguments);
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    String printed = Files.readString(log);
    assertThat(process.exitValue()).as(printed).isEqualTo(code);
    assertThat(printed).doesNotContain("\tat ");
    return printed;
  }

  private static String sweep(String key, String values) {
    return "sweep: {" + key + ": [" + values + "]}\n";
  }

  private List<String> rows() throws IOException {
    return Files.readAllLines(folder.resolve("out/summary.csv")).stream()
        .map(line -> line.substring(0, line.indexOf(',')))
        .toList();
  }

  /** The content of the file that a line about a run names. */
  private static String trace(String printed, String run) throws IOException {
    Matcher line =
        Pattern.compile(Pattern.quote(run) + " failed: .* \\(trace: (.*)\\)\n").matcher(printed);
    assertThat(line.find()).as(printed).isTrue();
    assertThat(line.group(1)).endsWith("failure.txt");
    return Files.readString(Path.of(line.group(1)));
  }

  @Test
  void what_a_strangers_fault_does_is_the_users_to_mend() throws Exception {
    String printed =
        run(
            2,
            sweep(
                "fault.how",
                "none, spin, throw, recurse, wide, rob, keep, unborn, quit, fill, nothing"),
            "--limit",
            "20");

    assertThat(rows()).containsExactly("fault.how", "none", "nothing");
    String fault = " failed: the fault misfortune of the plugin misfortune ";
    String first = fault + "failed in round 1 for agent 1: ";
    assertThat(printed)
        .contains(
            "fault.how=spin failed: no round ended within 20 s (--limit changes that), so its"
                + " worker process was ended"
                + EXTERNAL,
            "fault.how=throw" + first + "IllegalStateException: oh no (trace: ",
            "fault.how=recurse" + first + "StackOverflowError (trace: ",
            "fault.how=wide" + first + "IndexOutOfBoundsException: ",
            "fault.how=rob" + first + "UnsupportedOperationException (trace: ",
            "fault.how=keep"
                + fault
                + "failed in round 2 for agent 1: IllegalStateException: an output row is valid",
            "fault.how=unborn"
                + fault
                + "cannot be created: IllegalStateException: not today (trace: ",
            "fault.how=quit failed: its worker process ended with exit code 0" + EXTERNAL,
            "fault.how=fill failed: out of memory; fewer agents",
            "varangian: 9 runs failed, for the reasons above; this runs them again: varangian");
    assertThat(trace(printed, "fault.how=throw"))
        .contains("\tat misfortune//Misfortune$Fault.forge(");
  }

  @Test
  void an_error_of_an_external_filter_is_the_users_to_correct() throws Exception {
    String printed =
        run(
            2,
            sweep(
                "filter",
                "{name: whim, how: few}, {name: whim, how: nan}, {name: whim, how: nil},"
                    + " {name: whim, how: boundless}, {name: frank, how: nan},"
                    + " {name: frank, how: rob}, {name: frank, how: scribble}, frank, cge"));

    assertThat(rows())
        .containsExactly("filter", "frank(how=scribble)", "frank", "cge")
        .hasSize(1 + 3);
    assertThat(printed)
        .contains(
            " the filter whim of the plugin misfortune failed in round 1: it gave 3 weights for 4"
                + " vectors (trace: ",
            " the filter whim of the plugin misfortune failed in round 1: it gave the weights"
                + " [NaN,",
            " the filter whim of the plugin misfortune failed in round 1: it gave null for the"
                + " weights of 4 vectors (trace: ",
            " the filter whim of the plugin misfortune failed: its hard bound is null, expected a"
                + " condition (trace: ",
            " the filter frank of the plugin misfortune failed in round 1: coordinate 3 of its"
                + " result is NaN although the received vectors are finite (trace: ",
            " the filter frank of the plugin misfortune failed in round 1:"
                + " UnsupportedOperationException (trace: ",
            "varangian: 6 runs failed");
  }

  @Test
  void a_process_that_ends_by_itself_is_reported_with_its_external_components() throws Exception {
    assertThat(run(2, sweep("fault.how", "die, nothing")))
        .contains(
            "fault.how=die failed: its worker process ended with exit code 3" + EXTERNAL + "\n");
    assertThat(rows()).containsExactly("fault.how", "nothing");
  }

  @Test
  void a_single_run_that_hangs_is_ended_too() throws Exception {
    assertThat(run(2, "", "--set", "fault.how=hang", "--limit", "10.5"))
        .contains(
            "bad failed: no round ended within 10.5 s (--limit changes that), so its worker process"
                + " was ended"
                + EXTERNAL);
  }

  @Test
  void a_component_that_is_never_ready_ends_the_command() throws Exception {
    assertThat(run(2, sweep("fault.how", "stillborn, nothing"), "--limit", "1"))
        .contains(
            " were not created within 1 s (--limit changes that); from external plugins: fault"
                + " misfortune of plugin misfortune\n");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void a_component_that_exits_before_the_first_run_is_named() throws Exception {
    assertThat(run(130, sweep("fault.how", "aborted, nothing")))
        .contains(
            "varangian: ended while components were being created: interrupted, or by System.exit"
                + " in one of the external plugins misfortune\n");
  }

  @Test
  void what_a_worker_prints_is_passed_on_and_stops_no_run() throws Exception {
    String printed = run(0, sweep("fault.how", "chatter, nothing"));

    assertThat(rows()).containsExactly("fault.how", "chatter", "nothing");
    assertThat(printed).contains("misfortune: nothing\n");
    assertThat(printed.lines().filter(line -> line.startsWith("so much to say"))).hasSize(3 * 1000);
  }

  @Test
  void what_a_strangers_fault_leaves_behind_harms_no_run() throws Exception {
    String printed = run(2, sweep("fault.how", "shout, interrupt, shut, pretend, nothing"));

    assertThat(rows()).containsExactly("fault.how", "interrupt", "shut", "pretend", "nothing");
    assertThat(printed)
        .containsPattern(
            "fault.how=shout failed: .* for agent 1: IllegalStateException: nono.*\\)\n")
        .contains(" … ")
        .hasSizeLessThan(20_000);
  }

  @Test
  void a_process_that_a_plugin_starts_holds_up_nothing_and_does_not_stay() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/cmdline")), "no sleep to start");
    try {
      String printed = run(2, sweep("fault.how", "foster, desert, nothing"));

      assertThat(rows()).containsExactly("fault.how", "nothing");
      assertThat(printed)
          .contains("fault.how=foster failed: its worker process ended with exit code 3" + EXTERNAL)
          .contains("IllegalStateException: gone");
      assertThat(sleeping("601")).isEmpty();
    } finally {
      sleeping("600").forEach(ProcessHandle::destroyForcibly); // whose parent gave no time
    }
  }

  private static List<ProcessHandle> sleeping(String seconds) {
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process.info().arguments().map(List::of).equals(Optional.of(List.of(seconds))))
        .filter(process -> process.info().command().orElse("").endsWith("sleep"))
        .toList();
  }

  @Test
  void a_limit_is_a_positive_number_of_seconds() {
    for (String limit : List.of("0", "-1", "1e9", "long")) {
      Invocation call = Invocation.of("run", "bad.yaml", "--limit", limit);
      assertThat(call.code()).isEqualTo(2);
      assertThat(call.err()).startsWith("varangian: --limit").contains(limit).hasLineCount(1);
    }
  }

  @Test
  void a_strangers_component_that_fails_in_aggregate_or_corrupt_is_named() throws Exception {
    Path rows = Files.writeString(folder.resolve("rows.csv"), "1,2,3,4\n2,3,4,5\n");
    List<List<String>> calls =
        List.of(
            List.of("aggregate", "--filter", "whim", "--set", "how=few"),
            List.of("aggregate", "--filter", "whim", "--set", "how=bound"),
            List.of("aggregate", "--filter", "frank", "--set", "how=nan"),
            List.of("corrupt", "--fault", "misfortune", "--set", "how=throw"),
            List.of("corrupt", "--fault", "misfortune", "--set", "how=unborn"));
    for (List<String> words : calls) {
      List<String> arguments = new ArrayList<>(words);
      arguments.addAll(List.of(rows.toString(), "--plugins", jar.toString()));
      Invocation call = Invocation.of(arguments.toArray(String[]::new));
      assertThat(call.code()).as(call.err()).isEqualTo(2);
      assertThat(call.out()).isEmpty();
      assertThat(call.err())
          .contains("the " + words.get(1).substring(2) + " " + words.get(2))
          .contains(" of the plugin misfortune ")
          .contains(" (trace: ")
          .doesNotContain("\tat ");
    }
  }
}
