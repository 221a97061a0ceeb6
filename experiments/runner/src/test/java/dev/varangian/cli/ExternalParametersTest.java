package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the parameters of somebody else's component is told like all else. */
class ExternalParametersTest {
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

      public final class Picky implements Plugin {
        @Override
        public List<Component<?>> components() {
          return List.of(
              Component.filter("picky", Filter.class));
        }

        public static final class Filter implements RowFilter {
          public enum Way { FROM_LEFT, FROM_RIGHT }

          public record Parameters(
              @Param(value = "how many", min = 1, max = 9) int count,
              @Param(value = "a share", min = 0, max = 1, defaultValue = "0.5") double share,
              @Param(value = "whether", defaultValue = "true") boolean strict,
              @Param(value = "which way", defaultValue = "from-left") Way way,
              @Param(value = "a word", oneOf = {"soft", "hard"}, defaultValue = "soft") String edge) {
            public Parameters {
              if (count == 7) {
                throw new ConfigurationException("count", "7 brings bad luck");
              }
            }
          }

          @Inject Filter(Parameters parameters) {}

          @Override
          public Needs needs() {
            return Needs.NOTHING;
          }

          @Override
          public double[] weights(Points points) {
            return new double[points.count()];
          }
        }
      }
      """;

  @Test
  void all_that_is_wrong_is_told_at_once_each_with_file_line_and_key(@TempDir Path folder)
      throws IOException {
    Path jar = PluginJar.of("Picky", "picky", SOURCE, folder);
    Path file =
        Files.writeString(
            folder.resolve("e.yaml"),
            """
            model: softmax-regression
            dataset: synthetic-digits
            agents: 4
            batch-size: 1
            rounds: 1
            step-size: 0.1
            sweep:
              filter:
                - {name: picky}
                - {name: picky, count: 10, share: much}
                - name: picky
                  count: {value: 3}
                  strict: yes
                - {name: picky, count: 7}
                - {name: picky, count: 2, way: from-lft, edge: sharp}
                - {name: picky, count: 2, shar: 0.1}
            """);
    Invocation run =
        Invocation.of("run", file.toString(), "--plugins", jar.toString(), "--out", "nowhere");

    assertThat(run.code()).isEqualTo(2);
    String at = "varangian: " + file + ":";
    assertThat(run.err().lines())
        .containsExactlyInAnyOrder(
            at + "9 sweep.filter.count: required: expected a whole number from 1 to 9",
            at + "10 sweep.filter.count: expected a whole number from 1 to 9, not 10",
            at + "10 sweep.filter.share: expected a number from 0 to 1, not \"much\"",
            at + "12 sweep.filter.count: expected a whole number from 1 to 9, not a mapping",
            at + "13 sweep.filter.strict: expected true or false, not \"yes\"",
            at + "14 sweep.filter.count: 7 brings bad luck",
            at
                + "15 sweep.filter.way: expected one of from-left, from-right, not \"from-lft\""
                + " (nearest: from-left)",
            at + "15 sweep.filter.edge: expected one of soft, hard, not \"sharp\"",
            at
                + "16 sweep.filter.shar: the filter picky has no parameter \"shar\" (nearest:"
                + " share; all: count, share, strict, way, edge)");
    assertThat(Path.of("nowhere")).doesNotExist();
  }
}
