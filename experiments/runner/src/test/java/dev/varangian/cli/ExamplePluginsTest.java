package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.varangian.cli.starter.Checkout;
import dev.varangian.cli.starter.Installation;
import dev.varangian.cli.starter.Maven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugins of plugins/examples, built and run as a stranger would, in a folder of their own. */
class ExamplePluginsTest {
  private static final Path EXAMPLES = Invocation.checkout().resolve("plugins/examples");

  @TempDir private static Path folder;
  @TempDir private static Path repository;
  private static ExternalMavenBuild stranger;

  @BeforeAll
  static void install() throws IOException, Maven.Failure {
    stranger = ExternalMavenBuild.in(folder, repository);
    Checkout checkout = Checkout.around(Invocation.checkout().resolve("experiments")).orElseThrow();
    Path scratch = Files.createDirectories(folder.resolve("installation"));
    assertThat(
            new Installation(
                    checkout, checkout.versions(), Maven.find(System.getenv()).orElseThrow())
                .complete(scratch))
        .isPresent();
  }

  @AfterAll
  static void close() throws IOException {
    if (stranger != null) {
      stranger.close();
    }
  }

  private static void build(String name) throws IOException, InterruptedException {
    try (Stream<Path> files = Files.walk(EXAMPLES.resolve(name))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = EXAMPLES.relativize(file);
        if (!relative.startsWith(Path.of(name, "target"))) {
          Files.createDirectories(folder.resolve(relative).getParent());
          Files.copy(file, folder.resolve(relative));
        }
      }
    }
    Invocation built = stranger.mvn("-q", "-f", name, "package");
    assertThat(built.code()).as(built.out() + built.err()).isZero();
  }

  private static Invocation run(String name, String plugins, String... more)
      throws IOException, InterruptedException {
    Invocation run =
        stranger.varangian(
            Stream.concat(
                    Stream.of(
                        "run",
                        name + "/experiment.yaml",
                        "--plugins",
                        plugins,
                        "--set",
                        "rounds=3",
                        "--quiet"),
                    Stream.of(more))
                .toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  @Test
  void an_aggregator_brings_a_library_that_varangian_has_in_another_version()
      throws IOException, InterruptedException {
    Path guava = repository.resolve("com/google/guava/guava/16.0.1/guava-16.0.1.jar");
    assumeThat(!stranger.isOffline() || Files.exists(guava)).as("offline without it").isTrue();
    build("faba");
    try (Stream<Path> jars = Files.list(folder.resolve("faba/target/plugins/faba"))) {
      assertThat(jars.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("faba.jar", "guava-16.0.1.jar");
    }

    assertThat(run("faba", "faba/target/plugins").out()).contains("faba", "multi-krum");
    Path rows = Files.writeString(folder.resolve("rows.csv"), "0,0\n1.5,0\n6,0\n100,0\n");
    assertThat(
            stranger
                .varangian(
                    "aggregate",
                    rows.toString(),
                    "--filter",
                    "faba",
                    "--f",
                    "2",
                    "--plugins",
                    "faba/target/plugins")
                .out())
        .isEqualTo("0.75,0.0\n");
    assertThat(
            stranger
                .varangian("describe", "filter", "faba", "--plugins", "faba/target/plugins")
                .out())
        .contains("Xia, Tao, Hao, Li 2019", "O(n^2 d)", "extra: the number of vectors");
    Invocation checked = stranger.varangian("check-plugin", "faba/target/plugins");
    assertThat(checked.code()).as(checked.out() + checked.err()).isZero();
    assertThat(checked.out()).contains("does not modify the vectors");
  }

  @Test
  void an_attack_tries_the_servers_filter_out_and_is_as_strong_as_that_lets_it_be()
      throws IOException, InterruptedException {
    build("adaptive-ipm");
    String jar = "adaptive-ipm/target/adaptive-ipm.jar";
    run("adaptive-ipm", jar, "--out", "results/adaptive");
    Path honest = Files.writeString(folder.resolve("h.csv"), "1,0\n2,0\n3,0\n2,1\n2,-1\n2,0\n");
    for (String filter : List.of("mean", "cge", "cwtm", "krum")) {
      Invocation sent =
          stranger.varangian(
              "corrupt",
              honest.toString(),
              "--fault",
              "adaptive-ipm",
              "--filter",
              filter,
              "--f",
              "2",
              "--plugins",
              jar);
      assertThat(sent.code()).as(sent.err()).isZero();
      double first = Double.parseDouble(sent.out().substring(0, sent.out().indexOf(',')));
      // The mean follows as far as the trials go; the others stop listening at some strength.
      assertThat(first < -10_000).as(filter).isEqualTo(filter.equals("mean"));
      assertThat(first < -1).as(filter).isEqualTo(List.of("mean", "cge").contains(filter));
    }
  }

  @Test
  void a_filter_compares_with_its_previous_result_and_a_sink_writes_the_rounds()
      throws IOException, InterruptedException {
    build("centered-clipping");
    String jar = "centered-clipping/target/centered-clipping.jar";
    run("centered-clipping", jar, "--out", "results/clipping");
    assertThat(Files.readString(folder.resolve("results/clipping/summary.csv")).lines().findFirst())
        .hasValueSatisfying(header -> assertThat(header).contains("my-centered-clipping.clipped"));
    try (Stream<Path> files = Files.walk(folder.resolve("results/clipping/runs"))) {
      List<Path> written = files.filter(file -> file.endsWith("rounds.jsonl")).toList();
      assertThat(written).hasSize(3);
      for (Path file : written) {
        assertThat(Files.readAllLines(file))
            .hasSize(3)
            .last()
            .satisfies(line -> assertThat(line).startsWith("{\"round\": 3, "));
      }
    }
  }
}
