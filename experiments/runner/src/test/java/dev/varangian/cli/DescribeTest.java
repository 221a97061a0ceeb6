package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.varangian.spi.Kind;
import dev.varangian.spi.data.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DescribeTest {
  @TempDir private Path folder;

  static Stream<Arguments> components() {
    return Arrays.stream(Kind.values())
        .flatMap(
            kind ->
                TestCatalogue.names(kind).stream().map(name -> Arguments.of(kind.label(), name)));
  }

  private static String text(String kind, String name, String... more) {
    Invocation described =
        Invocation.of(
            Stream.concat(Stream.of("describe", kind, name), Stream.of(more))
                .toArray(String[]::new));
    assertThat(described.code()).as(described.err()).isZero();
    return described.out();
  }

  @ParameterizedTest
  @MethodSource("components")
  void the_experiment_that_is_printed_runs(String kind, String name) throws IOException {
    List<String> lines = text(kind, name, "--data", folder.toString()).lines().toList();
    int first = lines.indexOf("Example experiment, for varangian run FILE:") + 1;
    List<String> yaml =
        lines.subList(first, lines.size()).stream()
            .takeWhile(line -> line.startsWith("  "))
            .toList();
    Path file =
        Files.write(
            folder.resolve("example.yaml"), yaml.stream().map(line -> line.substring(2)).toList());
    assertThat(String.join("\n", yaml)).contains(name);
    String[] run = {
      "run",
      file.toString(),
      "--data",
      folder.toString(),
      "--quiet",
      "--out",
      folder.resolve("results").toString()
    };

    if (needsFiles(kind, name)) {
      // There are none here; all else about the experiment is right.
      assertThat(lines.get(lines.size() - 1))
          .startsWith("It does not run as shown: found none of the files of " + name);
      assertThat(Invocation.of(run).err()).contains("found none of the files of " + name);
    } else {
      Invocation made = Invocation.of(run);
      assertThat(made.code()).as(made.err()).isZero();
      assertThat(lines).hasSize(first + yaml.size());
    }
  }

  private static boolean needsFiles(String kind, String name) {
    return Kind.of(kind)
        .flatMap(each -> TestCatalogue.all().find(each, name))
        .map(component -> !DataFile.declaredBy(component.type()).isEmpty())
        .orElseThrow();
  }

  @Test
  void a_filter_tells_what_it_asks_of_n_and_f_and_what_it_costs() {
    assertThat(text("filter", "cge"))
        .contains(
            "Gupta, Liu, Vaidya 2020, eq. 6-7",
            "Hard bound:",
            "n > f\n",
            "Resilience:",
            "n > 3f\n",
            "O(nd)");
    assertThat(text("filter", "krum")).contains("O(n^2 d)");
    assertThat(text("filter", "cwtm")).contains("n > 2f", "O(d n log^2 n)");
  }

  @Test
  void formula_cost_variants_and_a_worked_example_are_printed_as_declared() {
    assertThat(text("filter", "krum"))
        .contains(
            "Formula:     F = x_k, k = argmin_i s_i,",
            "Cost:        O(n^2 d), for the distances of all pairs\n",
            "Variants:    neighbours: n-f-1 as ByzFL",
            "Example:     f = 1: (0, 0), (1, 0), (3, 0), (0, 3), (9, 9) -> (1, 0)\n"
                + "             (two neighbours count; the scores are 10, 5, 13, 19 and 234)\n");
    assertThat(text("fault", "silent")).contains("Example:     f = 1: (1, 2), (3, 4) -> nothing\n");
  }

  @Test
  void a_description_fits_a_terminal_of_80_columns() {
    assertThat(
            text("filter", "mom").lines().takeWhile(line -> !line.startsWith("Example experiment")))
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void a_fault_tells_what_it_acts_on_and_what_it_knows() {
    assertThat(text("fault", "label-flip")).contains("Acts on:", "the agent's data");
    assertThat(text("fault", "gradient-reverse")).contains("Knows:", "its own correct gradient\n");
    assertThat(text("fault", "coordinate-wise")).contains("those of all honest agents");
    assertThat(text("fault", "silent")).contains("the message", "nothing but the round");
  }

  @Test
  void a_parameter_is_told_with_its_range_unit_and_default() {
    assertThat(text("model", "mlp"))
        .contains(
            "hidden: the width of each hidden layer\n"
                + "      a whole number from 1 to 100000, in units; default 100\n");
    assertThat(text("schedule", "inverse-time")).contains("a number above 0; required");
  }

  @Test
  void the_same_is_there_for_programs() throws IOException {
    JsonNode described = new ObjectMapper().readTree(text("filter", "cge", "--json"));

    assertThat(described.path("hard_bound").asText()).isEqualTo("n > f");
    assertThat(described.path("resilience_condition").asText()).isEqualTo("n > 3f");
    assertThat(described.path("cost").asText()).startsWith("O(nd)");
    assertThat(described.path("formula").asText()).startsWith("F = ");
    assertThat(described.path("worked_example").asText()).contains("-> (1, 1)");
    assertThat(described.path("parameters").get(0).path("name").asText()).isEqualTo("normalise");
    assertThat(described.path("example").asText()).contains("filter: {name: cge, normalise: mean}");
    assertThat(
            new ObjectMapper().readTree(text("fault", "random", "--json")).path("knows").asText())
        .isNotEmpty();
  }

  @Test
  void a_component_that_can_not_be_made_is_described_all_the_same(@TempDir Path jars)
      throws IOException {
    Path jar =
        PluginJar.of(
            "Broken",
            "broken",
            """
            import dev.varangian.spi.*;
            import dev.varangian.spi.context.*;
            import dev.varangian.spi.data.*;
            import dev.varangian.spi.fault.*;
            import dev.varangian.spi.filter.*;
            import dev.varangian.spi.training.*;
            import jakarta.inject.Inject;
            import java.util.List;

            public final class Broken implements Plugin {
              @Override
              public List<Component<?>> components() {
                return List.of(Component.filter("broken", Filter.class).summary("Never works"));
              }

              public static final class Filter implements RowFilter {
                @Inject Filter() {
                  throw new IllegalStateException("not today");
                }

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
            """,
            jars);

    assertThat(text("filter", "broken", "--plugins", jar.toString()))
        .contains("Never works", "Not known:", "not today", "It does not run as shown: ");
  }
}
