package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
  private static final String GOOD =
      """
      model: softmax-regression
      dataset: synthetic-digits
      agents: 10
      faulty: 1
      fault: gradient-reverse
      batch-size: 16
      rounds: 3
      step-size: 0.1
      filter: cge
      """;

  private static final YAMLMapper YAML = new YAMLMapper();

  private final Schema schema = schema();

  private static Schema schema(String... arguments) {
    String[] all = Stream.concat(Stream.of("schema"), Stream.of(arguments)).toArray(String[]::new);
    Invocation printed = Invocation.of(all);
    assertThat(printed.code()).as(printed.err()).isZero();
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(printed.out());
  }

  private static List<Error> errors(Schema schema, String yaml) throws IOException {
    JsonNode document = YAML.readTree(yaml);
    return schema.validate(document);
  }

  static List<Path> files() throws IOException {
    Path experiments = Invocation.checkout().resolve("experiments");
    try (Stream<Path> figures = Files.list(experiments.resolve("paper"))) {
      return Stream.concat(Stream.of(experiments.resolve("quickstart.yaml")), figures)
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void the_experiments_of_this_repository_are_valid(Path file) throws IOException {
    assertThat(errors(schema, Files.readString(file))).isEmpty();
  }

  @Test
  void it_is_itself_a_schema_of_the_draft_that_it_names() throws IOException {
    JsonNode printed = new ObjectMapper().readTree(Invocation.of("schema").out());
    String draft = printed.path("$schema").asText();

    assertThat(draft).isEqualTo("https://json-schema.org/draft/2020-12/schema");
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(draft));
    assertThat(meta.validate(printed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filter: {name: cge, normalise: sum}",
        "filter: {name: multi-krum, m: 2}",
        "step-size: {name: inverse-time, initial: 0.1, decay: 0.01}",
        "averaging: 0.9",
        "name: another-1",
        "pre-aggregators: []",
        "sweep: {filter: [cge, {name: multi-krum, m: 2}], seed: [1, 2], step-size: [0.1, 0.2]}",
        "sweep: {fault.scale: [10, 100]}",
        "sweep: {fault: {scale: [10, 100]}}",
      })
  void what_the_reader_takes_is_valid(String line) throws IOException {
    assertThat(errors(schema, with(line))).isEmpty();
  }

  /** The good experiment with a line in place of that of the same key, or added. */
  private static String with(String line) {
    String key = line.substring(0, line.indexOf(':') + 1);
    return GOOD.lines().filter(each -> !each.startsWith(key)).reduce("", (a, b) -> a + b + "\n")
        + line
        + "\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filter: cgee",
        "filter: {name: cge, normalize: sum}",
        "filter: {name: cge, normalise: median}",
        "filter: {normalise: sum}",
        "filter: [cge, mean]",
        "fault: {name: gradient-reverse, scale: {value: 3}}",
        "step-size: inverse-time",
        "step-size: {name: inverse-time, initial: 0.1}",
        "step-size: fast",
        "step-size: 0",
        "averaging: 1",
        "agents: 0",
        "agents: ten",
        "agents: 1.5",
        "rounds: -1",
        "roundss: 3",
        "name: a/b",
        "faults: [{name: zero, agents: [1]}]",
        "sweep: {filter: cge}",
        "sweep: {filter: []}",
        "sweep: {fitler: [cge]}",
        "sweep: {filter: [cgee]}",
        "sweep: {fault.scales: [10]}",
        "sweep: {name: [a, b]}",
        "figure: {rows: filter}",
        "figure: {title: t, rows: filter, claims: [{says: s, measure: speed, at-least: 1}]}",
        "figure: {title: t, rows: filter, claims: [{says: s, measure: spikes}]}",
        "figure: {title: t, rows: filter, quick: {round: 3}}",
      })
  void what_the_reader_refuses_is_not_valid(String line) throws IOException {
    assertThat(errors(schema, with(line))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "dataset", "agents", "batch-size", "rounds", "filter"})
  void a_key_that_must_be_there_may_be_swept_instead(String key) throws IOException {
    String rest =
        GOOD.lines().filter(each -> !each.startsWith(key + ":")).reduce("", (a, b) -> a + b + "\n");
    String value =
        GOOD.lines()
            .filter(each -> each.startsWith(key + ":"))
            .map(each -> each.substring(key.length() + 2))
            .findFirst()
            .orElseThrow();

    assertThat(errors(schema, rest)).isNotEmpty();
    assertThat(errors(schema, rest + "sweep: {" + key + ": [" + value + "]}\n")).isEmpty();
  }

  @Test
  void faults_of_single_agents_are_checked_with_who_has_them_and_when() throws IOException {
    String rest =
        GOOD.lines().filter(each -> !each.startsWith("fault")).reduce("", (a, b) -> a + b + "\n");

    assertThat(
            errors(
                schema,
                rest
                    + "faults: [{name: random, agents: [1, 2]},"
                    + " {name: zero, agents: [3], from: 2, until: 3}]"))
        .isEmpty();
    assertThat(errors(schema, rest + "faults: [{name: zero}]")).isNotEmpty();
    assertThat(errors(schema, rest + "faults: [{name: zero, agents: [0]}]")).isNotEmpty();
    assertThat(errors(schema, rest + "faults: [zero]")).isNotEmpty();
  }

  @Test
  void foreign_components_and_their_parameters_are_in_it(@TempDir Path folder) throws IOException {
    Path jar =
        PluginJar.of(
            "Halving",
            "halving",
            """
            import dev.varangian.spi.*;
            import dev.varangian.spi.context.*;
            import dev.varangian.spi.data.*;
            import dev.varangian.spi.fault.*;
            import dev.varangian.spi.filter.*;
            import dev.varangian.spi.training.*;
            import jakarta.inject.Inject;
            import java.util.List;

            public final class Halving implements Plugin {
              @Override
              public List<Component<?>> components() {
                return List.of(
                    Component.filter("half", Half.class));
              }

              public static final class Half implements RowFilter {
                public record Parameters(
                    @Param(value = "a share", min = 0, max = 1, defaultValue = "0.5") double share,
                    @Param(value = "a way", oneOf = {"left", "right"}, defaultValue = "left")
                        String way) {}

                @Inject Half(Parameters parameters) {}

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
            folder);
    Schema foreign = schema("--plugins", jar.toString());

    assertThat(errors(schema, with("filter: half"))).isNotEmpty();
    assertThat(errors(foreign, with("filter: half"))).isEmpty();
    assertThat(errors(foreign, with("filter: {name: half, share: 0.25, way: right}"))).isEmpty();
    assertThat(errors(foreign, with("filter: {name: half, share: 2}"))).isNotEmpty();
    assertThat(errors(foreign, with("filter: {name: half, way: up}"))).isNotEmpty();
    assertThat(errors(foreign, with("sweep: {filter.share: [0.1, 0.2]}"))).isEmpty();
  }
}
