package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HelpTest {
  private static final Pattern COMMAND = Pattern.compile("^  ([a-z-]+) {2,}([A-Z]\\w*) .*$");
  private static final int SCREEN = 24;

  @Test
  void the_list_of_commands_fits_a_screen_of_80_columns() {
    List<String> lines = help("--help");
    assertThat(lines).hasSizeLessThanOrEqualTo(SCREEN).allMatch(line -> line.length() <= 80);
    assertThat(commands(lines)).contains("run", "list", "describe", "aggregate", "report");
  }

  @Test
  void the_help_of_every_command_fits_80_columns_and_has_an_example() {
    for (String command : commands(help("--help"))) {
      List<String> lines = help(command, "--help");
      assertThat(lines).as(command).allMatch(line -> line.length() <= 80);
      assertThat(lines.get(0)).startsWith("Usage: varangian " + command);
      assertThat(lines).as(command).anyMatch(line -> line.startsWith("  varangian " + command));
    }
  }

  @Test
  void every_description_begins_with_an_imperative() {
    assertThat(help("--help"))
        .filteredOn(line -> COMMAND.matcher(line).matches())
        .isNotEmpty()
        .noneMatch(line -> COMMAND.matcher(line).replaceAll("$2").endsWith("s"));
  }

  @Test
  void an_option_takes_its_value_after_a_space_or_an_equals_sign() {
    String text = "--faulty 1 --lambda 1 --mu 2 --sigma 1 --step-size 0.01";
    Invocation spaces = Invocation.of(("theory --agents 10 " + text).split(" "));
    Invocation equals =
        Invocation.of(("theory --agents=10 " + text.replace(" 0", "=0")).split(" "));
    assertThat(spaces.code()).isZero();
    assertThat(equals.out()).isEqualTo(spaces.out());
  }

  @Test
  void a_misspelt_option_with_a_value_is_named_without_it() {
    assertThat(Invocation.of("theory", "--lamda=1").err())
        .isEqualTo(
            "varangian: varangian theory has no option --lamda (nearest: --lambda; all: varangian"
                + " theory --help)\n");
  }

  private static List<String> commands(List<String> lines) {
    return lines.stream()
        .filter(line -> COMMAND.matcher(line).matches())
        .map(line -> COMMAND.matcher(line).replaceAll("$1"))
        .toList();
  }

  private static List<String> help(String... arguments) {
    Invocation call = Invocation.of(arguments);
    assertThat(call.code()).isZero();
    return call.out().lines().toList();
  }
}
