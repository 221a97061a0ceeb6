package dev.varangian.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeasibilityTest {
  private static final String ENDLESS =
      """
      import dev.varangian.spi.*;
      import dev.varangian.spi.context.*;
      import dev.varangian.spi.data.*;
      import dev.varangian.spi.fault.*;
      import dev.varangian.spi.filter.*;
      import dev.varangian.spi.training.*;
      import java.util.List;

      public class Endless implements Plugin {
        @Override
        public List<Component<?>> components() {
          return List.of(Component.filter("endless", Sum.class).summary("Never ends"));
        }

        public static class Sum implements RowFilter {
          @jakarta.inject.Inject
          Sum() {}

          @Override
          public Needs needs() {
            return Needs.NOTHING;
          }

          @Override
          public double[] weights(Points points) {
            while (true) {
              Thread.onSpinWait();
            }
          }
        }
      }
      """;

  private final List<String> notes = new ArrayList<>();

  @Test
  void a_filter_that_never_ends_is_left_out_and_the_next_ones_are_tried(@TempDir Path folder)
      throws IOException {
    Feasibility feasibility = new Feasibility(List.of(jarOf(ENDLESS, folder)), 1, 3, notes::add);

    assertThat(feasibility.finishing(List.of("cge", "endless", "mean"), 5, 1600))
        .containsExactly("cge", "mean");
    assertThat(notes).containsExactly("endless at n = 5 does not finish; left out");
  }

  @Test
  void a_filter_that_is_not_defined_is_left_out() {
    assertThat(new Feasibility(List.of(), 1, 10, notes::add).finishing(List.of("krum"), 2, 1600))
        .isEmpty();
    assertThat(notes).containsExactly("krum at n = 2 is not defined, or has no defaults; left out");
  }

  @Test
  void a_filter_that_would_take_longer_than_the_limit_is_left_out() {
    assertThat(new Feasibility(List.of(), 1, 0, notes::add).finishing(List.of("mean"), 3, 160_000))
        .isEmpty();
    assertThat(notes).hasSize(1).allMatch(note -> note.startsWith("mean at n = 3 would take"));
  }

  private static Path jarOf(String source, Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("Endless.java"), source);
    Path classes = folder.resolve("classes");
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve("dev.varangian.spi.Plugin"), "Endless\n");
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                file.toString());
    assertThat(compiled).isZero();
    Path jar = folder.resolve("endless.jar");
    java.util.spi.ToolProvider.findFirst("jar")
        .orElseThrow()
        .run(
            System.out,
            System.err,
            "--create",
            "--file",
            jar.toString(),
            "-C",
            classes.toString(),
            ".");
    return jar;
  }
}
