package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault of somebody else that tries the server's filter out before it sends. */
class FilterKnowingFaultTest {
  private static final String SOURCE =
      """
      import dev.varangian.spi.*;
      import dev.varangian.spi.context.*;
      import dev.varangian.spi.data.*;
      import dev.varangian.spi.fault.*;
      import dev.varangian.spi.filter.*;
      import dev.varangian.spi.training.*;
      import jakarta.inject.Inject;
      import java.util.List;

      public final class Peeking implements Plugin {
        @Override
        public List<Component<?>> components() {
          return List.of(Component.fault("echo", Echo.class));
        }

        public static final class Echo implements GradientFault {
          @Inject Echo() {}

          @Override
          public Knowledge knows() {
            return Knowledge.FILTER;
          }

          @Override
          public void forge(Situation situation, OutputRow out) {
            out.scale(1, situation.filtered(trial -> trial.fill(100)));
          }
        }
      }
      """;

  @TempDir private Path folder;
  private String jar = "";
  private String honest = "";

  @BeforeEach
  void make() throws IOException {
    jar = PluginJar.of("Peeking", "peeking", SOURCE, folder).toString();
    honest = Files.writeString(folder.resolve("honest.csv"), "1,2\n3,4\n5,6\n").toString();
  }

  @Test
  void it_is_shown_what_each_filter_makes_of_its_vector() {
    assertThat(sent("mean").out()).isEqualTo("27.25,28.0\n");
    assertThat(sent("cge").out()).isEqualTo("3.0,4.0\n");
  }

  private Invocation sent(String filter) {
    return Invocation.of(
        "corrupt", honest, "--fault", "echo", "--filter", filter, "--plugins", jar);
  }

  @Test
  void it_is_asked_which_filter_the_server_has_and_whether_that_can_be_used() {
    Invocation unnamed = Invocation.of("corrupt", honest, "--fault", "echo", "--plugins", jar);
    assertThat(unnamed.code()).isEqualTo(2);
    assertThat(unnamed.err())
        .isEqualTo("varangian: echo knows the server's filter: name it with --filter NAME\n");

    assertThat(sent("krum").code()).isZero();
    Invocation more =
        Invocation.of(
            "corrupt", honest, "--fault", "echo", "--filter", "cwtm", "--f", "3", "--plugins", jar);
    assertThat(more.code()).isEqualTo(2);
    assertThat(more.err()).contains("cwtm requires n > 2f, but n = 6, f = 3");
  }

  @Test
  void in_a_run_it_meets_the_filter_of_that_run() {
    Invocation run =
        Invocation.of(
            "run",
            Invocation.checkout().resolve("experiments/quickstart.yaml").toString(),
            "--plugins",
            jar,
            "--set",
            "fault=echo",
            "--set",
            "model=softmax-regression",
            "--set",
            "dataset={name: synthetic-digits, training: 200, test: 100}",
            "--set",
            "rounds=3",
            "--quiet",
            "--out",
            folder.resolve("results").toString());

    assertThat(run.code()).as(run.err()).isZero();
  }
}
