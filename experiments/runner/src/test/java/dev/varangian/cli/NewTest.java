package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewTest {

  @Test
  void what_it_prints_is_all_there_is_to_type(@TempDir Path folder, @TempDir Path repository)
      throws IOException, InterruptedException {
    try (ExternalMavenBuild stranger = ExternalMavenBuild.in(folder, repository)) {
      typeWhatIsPrinted(stranger);
      makeMore(stranger);
    }
  }

  private static void typeWhatIsPrinted(ExternalMavenBuild stranger)
      throws IOException, InterruptedException {
    Invocation made = stranger.varangian("new", "filter", "my-filter");
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.err())
        .contains(
            "installed the SPI and the conformance kit ",
            " into the local Maven repository "
                + stranger.repository()
                + ", where they were missing",
            "wrote my-filter (8 files)");
    assertThat(stranger.repository().resolve("dev/varangian/varangian-spi")).isDirectory();

    List<String> next = made.out().lines().toList();
    assertThat(next).hasSize(2);
    assertThat(next.get(0)).isEqualTo("mvn -q -f my-filter package");
    Invocation built = stranger.mvn(next.get(0).substring("mvn ".length()).split(" "));
    assertThat(built.code()).as(built.out() + built.err()).isZero();
    assertThat(
            Files.readString(
                stranger
                    .folder()
                    .resolve(
                        "my-filter/target/surefire-reports/example.myfilter.MyFilterPluginTest.txt")))
        .containsPattern("Tests run: [1-9][0-9]+, Failures: 0, Errors: 0");

    String command = "varangian ";
    assertThat(next.get(1)).startsWith(command);
    String[] run = (next.get(1).substring(command.length()) + " --set rounds=3").split(" ");
    Invocation ran = stranger.varangian(run);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("my-filter", "cge", "mean");
    String jar = "my-filter/target/my-filter.jar";
    assertThat(stranger.varangian("list", "plugins", "--plugins", jar).out())
        .contains("my-filter", "1.0.0", jar);
  }

  private static void makeMore(ExternalMavenBuild stranger)
      throws IOException, InterruptedException {
    Path repository = stranger.repository();
    Invocation second = stranger.varangian("new", "fault", "my-fault");
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.err()).doesNotContain("installed");
    try (Stream<Path> installed = Files.walk(repository.resolve("dev/varangian/varangian"))) {
      Path parent =
          installed.filter(file -> file.toString().endsWith(".pom")).findFirst().orElseThrow();
      Files.writeString(parent, "<project/>");
    }
    assertThat(stranger.varangian("new", "model", "my-model").err())
        .contains(repository + ", in place of another build");
    try (Stream<Path> all = Files.list(stranger.folder().resolve("my-fault"))) {
      assertThat(all.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(
              ".gitignore", "README.md", "experiment.yaml", "pom.xml", "src");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "new | expected a kind and a name, for example varangian new filter my-filter",
        "new filter | expected a kind and a name, for example varangian new filter my-filter",
        "new filtre x | there is no kind \"filtre\" (nearest: filter;",
        "new filter My_Filter | a filter cannot be named \"My_Filter\": expected at most 60 letters",
        "new filter My_Filter | (nearest: my-filter)",
        "new filter ../x | a filter cannot be named \"../x\"",
        "new filter cge | there is a filter cge already, of ",
        "new fault src | the folder src exists and is not empty; choose another name",
        "new fault nowhere | there is none around no-such-home",
      })
  void what_can_not_be_made_is_refused_in_one_line(String line, String message) {
    Invocation refused = Invocation.of(line.split(" "));

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err().lines()).hasSize(1);
    assertThat(refused.err()).contains(message);
    assertThat(Path.of("nowhere")).doesNotExist();
  }

  @Test
  void without_maven_nothing_is_written() {
    Path home = Invocation.checkout().resolve("experiments");
    Invocation refused = Invocation.at(home, Map.of(), "new", "filter", "nowhere");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("there is no mvn on the PATH");
    assertThat(Path.of("nowhere")).doesNotExist();
  }

  @Test
  void where_maven_fails_its_reason_is_told_and_nothing_is_left(@TempDir Path bin)
      throws IOException {
    Path mvn = Files.writeString(bin.resolve("mvn"), "#!/bin/sh\necho '[ERROR] no luck'\nexit 1\n");
    assertThat(mvn.toFile().setExecutable(true)).isTrue();
    Path home = Invocation.checkout().resolve("experiments");
    Map<String, String> environment = Map.of("PATH", bin + ":/usr/bin:/bin");
    Invocation refused = Invocation.at(home, environment, "new", "filter", "nowhere");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo(
            "varangian: Maven cannot install the plugin API into the local repository: no luck\n");
    assertThat(Path.of("nowhere")).doesNotExist();
  }

  @Test
  void a_maven_that_can_not_start_or_says_nothing_is_told_too(@TempDir Path bin)
      throws IOException {
    Path home = Invocation.checkout().resolve("experiments");
    Map<String, String> environment = Map.of("PATH", bin + ":/usr/bin:/bin");
    for (String script : List.of("#!/nowhere/sh\n", "#!/bin/sh\nexit 0\n")) {
      Path mvn = Files.writeString(bin.resolve("mvn"), script);
      assertThat(mvn.toFile().setExecutable(true)).isTrue();
      Invocation refused = Invocation.at(home, environment, "new", "filter", "nowhere");

      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.err())
          .startsWith("varangian: Maven cannot install the plugin API into the local repository: ")
          .hasLineCount(1);
      assertThat(Path.of("nowhere")).doesNotExist();
    }
  }
}
