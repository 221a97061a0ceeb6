package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is run here as it stands. */
class ReadmeTest {
  private final Path checkout = Invocation.checkout();
  private final String readme = read(checkout.resolve("README.md"));

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String block(String language) {
    Matcher matcher =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void the_test_command_is_what_ci_runs() {
    String ci = read(checkout.resolve(".ci/run"));

    assertThat(readme).contains("\n" + ci.lines().reduce((first, last) -> last).orElse("") + "\n");
  }

  @Test
  void the_first_plugin_is_less_than_40_lines_and_meets_the_filters(@TempDir Path folder)
      throws IOException {
    String source = block("java");
    assertThat(source.lines().count()).isLessThan(40);
    Path jar = PluginJar.of("MyPlugin", "my-plugin", source, folder);

    Invocation run =
        Invocation.of(
            "run",
            checkout.resolve("experiments/quickstart.yaml").toString(),
            "--plugins",
            jar.toString(),
            "--set",
            "fault=my-ipm",
            "--set",
            "model=softmax-regression",
            "--set",
            "dataset={name: synthetic-digits, training: 200, test: 100}",
            "--set",
            "rounds=3",
            "--out",
            folder.resolve("results").toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("cge").contains("mean");
    assertThat(Invocation.of("list", "faults", "--plugins", jar.toString()).out())
        .contains("my-ipm  ", "Sends the honest agents' mean, reversed and scaled");
    assertThat(read(folder.resolve("results/environment.json"))).contains("my-plugin");
  }
}
