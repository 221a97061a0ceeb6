package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.cli.starter.Checkout;
import dev.varangian.cli.starter.StarterName;
import dev.varangian.cli.starter.StarterProject;
import dev.varangian.conformance.Conformance;
import dev.varangian.conformance.Result;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import dev.varangian.spi.SpiVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StarterProjectTest {
  @TempDir private Path folder;

  private static StarterProject project(Kind kind, String name) throws IOException {
    Checkout checkout = Checkout.around(Invocation.checkout().resolve("experiments")).orElseThrow();
    Map<String, String> versions = new LinkedHashMap<>(checkout.versions());
    versions.put("spi", SpiVersion.CURRENT.toString());
    return StarterProject.of(kind, StarterName.of(kind, name).orElseThrow(), versions);
  }

  /** The project's jar, compiled without Maven, its test too. */
  private Path jar(StarterProject project) throws IOException {
    project.write(folder);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-Xlint:all", "-Werror", "--release", "17", "-cp"));
    arguments.add(System.getProperty("java.class.path"));
    arguments.addAll(List.of("-d", classes.toString()));
    try (Stream<Path> sources = Files.walk(folder.resolve("src"))) {
      sources.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
    Path jar = folder.resolve("plugin.jar");
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
            ".",
            "-C",
            folder.resolve("src/main/resources").toString(),
            "META-INF");
    return jar;
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_new_component_of_every_kind_conforms_and_runs_as_it_is_written(Kind kind)
      throws IOException {
    Path jar = jar(project(kind, "my-new"));
    Catalogue catalogue = Catalogue.discover(List.of(jar));
    assertThat(catalogue.problems()).isEmpty();
    Component<?> component = catalogue.find(kind, "my-new").orElseThrow();

    assertThat(component.source()).isNotEmpty();
    assertThat(catalogue.parameters(component).list()).hasSize(1);
    if (kind != Kind.FILTER) { // whose project another test builds, and that build runs the kit
      assertThat(Conformance.of(catalogue, List.of(component)).run())
          .isNotEmpty()
          .noneMatch(Result::failed);
    }
    Invocation run =
        Invocation.of(
            "run",
            folder.resolve("experiment.yaml").toString(),
            "--plugins",
            jar.toString(),
            "--set",
            "rounds=3",
            "--quiet",
            "--out",
            folder.resolve("results").toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(folder.resolve("results/experiment.yaml")).content().contains("my-new");
  }

  @Test
  void a_new_engine_and_a_new_sink_leave_the_bytes_of_the_local_engine() throws IOException {
    Path engine = jar(project(Kind.ENGINE, "my-engine"));
    Path first = Files.move(engine, folder.resolve("engine.jar"));
    Path sink = jar(project(Kind.SINK, "my-sink"));
    for (String name : List.of("local", "my-engine")) {
      Invocation run =
          Invocation.of(
              "run",
              folder.resolve("experiment.yaml").toString(),
              "--plugins",
              first.toString(),
              "--plugins",
              sink.toString(),
              "--engine",
              name,
              "--set",
              "rounds=3",
              "--quiet",
              "--out",
              folder.resolve(name).toString());
      assertThat(run.code()).as(run.err()).isZero();
    }
    try (Stream<Path> runs = Files.list(folder.resolve("local/runs"))) {
      for (Path run : runs.toList()) {
        Path other = folder.resolve("my-engine/runs").resolve(run.getFileName().toString());
        for (String file : List.of("metrics.csv", "agents.csv", "weights.npy", "rounds.jsonl")) {
          assertThat(other.resolve(file)).hasSameBinaryContentAs(run.resolve(file));
        }
        assertThat(Files.readAllLines(run.resolve("rounds.jsonl")))
            .hasSize(3)
            .first()
            .asString()
            .startsWith("{\"round\": 1, \"train_loss\": ");
      }
    }
  }

  @Test
  void names_that_java_or_the_api_has_already_are_written_otherwise() throws IOException {
    assertThat(StarterName.of(Kind.MODEL, "model"))
        .contains(new StarterName("model", "ModelModel", "model"));
    assertThat(StarterName.of(Kind.FILTER, "string"))
        .contains(new StarterName("string", "StringFilter", "string"));
    assertThat(StarterName.of(Kind.FAULT, "double-2"))
        .contains(new StarterName("double-2", "Double2", "double2"));
    assertThat(StarterName.of(Kind.SCHEDULE, "new"))
        .contains(new StarterName("new", "New", "new_"));
    assertThat(Files.exists(jar(project(Kind.FILTER, "parameters")))).isTrue();
  }

  @Test
  void only_lower_case_words_joined_by_hyphens_are_names() {
    assertThat(StarterName.of(Kind.FILTER, "My_Filter")).isEmpty();
    assertThat(StarterName.of(Kind.FILTER, "../x")).isEmpty();
    assertThat(StarterName.of(Kind.FILTER, "a".repeat(61))).isEmpty();
    assertThat(StarterName.like("My_Filter")).contains("my-filter");
    assertThat(StarterName.like("MyFilter2")).contains("my-filter2");
    assertThat(StarterName.like("--")).isEmpty();
  }
}
