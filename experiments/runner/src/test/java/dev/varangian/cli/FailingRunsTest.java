package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plugin does to its own run is told, and does nothing to the others. */
class FailingRunsTest {
  private static final String PLUGIN =
      """
      import dev.varangian.spi.*;
      import jakarta.inject.Inject;
      import java.util.List;

      public final class Misfortune implements Plugin {
        @Override
        public List<Component<?>> components() {
          return List.of(Component.fault("misfortune", Fault.class).summary("Ends badly")
              .source("none").parameters(Fault.Parameters.class));
        }

        public static final class Fault implements GradientFault {
          public record Parameters(@Param(value = "what happens") String how) {}

          private final String how;

          @Inject
          Fault(Parameters parameters) {
            how = parameters.how();
          }

          @Override
          public Knowledge knows() {
            return Knowledge.NOTHING;
          }

          @Override
          public void forge(Situation situation, OutputRow out) {
            System.out.println("misfortune: " + how);
            switch (how) {
              case "chatter" -> {
                for (int i = 0; i < 1000; i++) {
                  System.out.println("so much to say, again and again and again and again " + i);
                }
              }
              case "throw" -> throw new IllegalStateException("oh no");
              case "die" -> Runtime.getRuntime().halt(3);
              case "fill" -> throw new OutOfMemoryError();
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
      }
      """;

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
      sweep:
        fault.how: [%s]
      """;

  @TempDir private Path folder;

  /** What it printed. */
  private String run(int code, String how) throws Exception {
    Path log = folder.resolve("log");
    Path file = Files.writeString(folder.resolve("bad.yaml"), EXPERIMENT.formatted(how));
    Path jar = PluginJar.of("Misfortune", "misfortune", PLUGIN, folder);
    Process process =
        OwnJvm.start(
            log,
            List.of("-Dvarangian.limit=8000", "-Djava.io.tmpdir=" + folder),
            List.of(
                "run",
                file.toString(),
                "--plugins",
                jar.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--threads",
                "3"));
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    String printed = Files.readString(log);
    assertThat(process.exitValue()).as(printed).isEqualTo(code);
    return printed;
  }

  private List<String> rows() throws IOException {
    return Files.readAllLines(folder.resolve("out/summary.csv")).stream()
        .map(line -> line.substring(0, line.indexOf(',')))
        .toList();
  }

  @Test
  void by_a_fault_of_the_program_the_code_is_1() throws Exception {
    String printed = run(1, "none, hang, throw, die, fill, nothing");

    assertThat(rows()).containsExactly("fault.how", "none", "nothing");
    assertThat(printed)
        .contains(
            "fault.how=hang failed: it finished no round for too long and was ended\n",
            "fault.how=throw failed: java.lang.IllegalStateException: oh no (trace: ",
            "fault.how=die failed: its process ended with exit code 3\n",
            "fault.how=fill failed: out of memory; fewer agents",
            "varangian: 4 runs failed, for the reasons above; this makes them again: varangian")
        .doesNotContain("\tat ");
  }

  @Test
  void by_what_is_the_users_to_mend_the_code_is_2() throws Exception {
    assertThat(run(2, "fill, nothing")).contains("varangian: 1 run failed");
    assertThat(rows()).containsExactly("fault.how", "nothing");
  }

  @Test
  void what_a_worker_prints_is_passed_on_and_stops_no_run() throws Exception {
    String printed = run(0, "chatter, nothing");

    assertThat(rows()).containsExactly("fault.how", "chatter", "nothing");
    assertThat(printed).contains("misfortune: nothing\n");
    assertThat(printed.lines().filter(line -> line.startsWith("so much to say"))).hasSize(3 * 1000);
  }
}
