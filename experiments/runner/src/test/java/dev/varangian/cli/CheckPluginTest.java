package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check-plugin}, on jars that are sound, have a defect, or can't be loaded. */
class CheckPluginTest {
  @TempDir private static Path folder;

  private static Path sound;
  private static Path unsound;

  @BeforeAll
  static void make_jars() throws IOException {
    sound = jar("Sound", "1");
    unsound = jar("Unsound", "round < 700 ? 1 : 0");
  }

  /** A plugin with a schedule called after its class. */
  private static Path jar(String type, String stepSize) throws IOException {
    String source =
        """
        import dev.varangian.spi.*;
        import dev.varangian.spi.context.*;
        import dev.varangian.spi.data.*;
        import dev.varangian.spi.fault.*;
        import dev.varangian.spi.filter.*;
        import dev.varangian.spi.training.*;
        import jakarta.inject.Inject;
        import java.util.List;

        public final class %1$s implements Plugin {
          @Override
          public List<Component<?>> components() {
            return List.of(
                Component.schedule("%2$s", Own.class).summary("A schedule of somebody else"));
          }

          static final class Own implements StepSizeSchedule {
            @Inject
            Own() {}

            @Override
            public double at(int round) {
              return %3$s;
            }
          }
        }
        """
            .formatted(type, type.toLowerCase(Locale.ROOT), stepSize);
    return PluginJar.of(type, type, source, folder);
  }

  private static Invocation check(Path jar, String... more) {
    String[] arguments = new String[2 + more.length];
    arguments[0] = "check-plugin";
    arguments[1] = jar.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Invocation.of(arguments);
  }

  @Test
  void a_sound_plugin_passes_with_a_row_for_each_check() {
    Invocation invocation = check(sound);

    assertThat(invocation.err())
        .isEqualTo("varangian: " + sound + ": 3 checks passed, 0 not applicable\n");
    assertThat(invocation.out())
        .isEqualTo(
            """
            schedule sound  has a valid declaration                passed
            schedule sound  is finite and positive in every round  passed
            schedule sound  depends only on the round              passed
            """);
    assertThat(invocation.code()).isZero();
  }

  @Test
  void a_defect_is_told_with_what_was_seen_and_expected() {
    Invocation invocation = check(unsound);

    assertThat(invocation.code()).isEqualTo(2);
    assertThat(invocation.out())
        .contains(
            "schedule unsound  is finite and positive in every round  FAILED: in round 700 it is"
                + " 0.0; expected a finite number above 0\n")
        .contains(
            "schedule unsound  depends only on the round              not applicable: failed an"
                + " earlier check: is finite and positive in every round\n");
    assertThat(invocation.err()).isEqualTo("varangian: " + unsound + ": 1 of 3 checks failed\n");
  }

  @Test
  void the_outcomes_are_there_as_json_too() throws IOException {
    Invocation invocation = check(unsound, "--json");

    assertThat(invocation.code()).isEqualTo(2);
    JsonNode results = new ObjectMapper().readTree(invocation.out());
    assertThat(results).hasSize(3);
    assertThat(results.get(0))
        .isEqualTo(
            new ObjectMapper()
                .valueToTree(
                    Map.of(
                        "kind", "schedule",
                        "name", "unsound",
                        "check", "has a valid declaration",
                        "outcome", "passed")));
    assertThat(results.get(1).get("outcome").asText()).isEqualTo("failed");
    assertThat(results.get(1).get("seen").asText()).isEqualTo("in round 700 it is 0.0");
    assertThat(results.get(1).get("expected").asText()).isEqualTo("a finite number above 0");
    assertThat(results.get(2).get("outcome").asText()).isEqualTo("not applicable");
    assertThat(results.get(2).get("reason").asText()).startsWith("failed an earlier check");
  }

  @Test
  void all_jars_of_a_folder_can_be_checked() throws IOException {
    Path both = Files.createDirectories(folder.resolve("both"));
    Files.copy(sound, both.resolve("sound.jar"));
    Files.copy(unsound, both.resolve("unsound.jar"));

    Invocation invocation = check(both);

    assertThat(invocation.out()).contains("schedule sound ", "schedule unsound ");
    assertThat(invocation.err()).endsWith(": 1 of 6 checks failed\n");
  }

  @Test
  void what_is_no_jar_is_told_as_the_loader_tells_it() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");

    Invocation invocation = check(text);

    assertThat(invocation.code()).isEqualTo(2);
    assertThat(invocation.out()).isEmpty();
    assertThat(invocation.err().lines()).hasSize(1).first().asString().contains(text.toString());
  }

  @Test
  void a_jar_that_is_not_there_is_told() {
    Invocation invocation = check(folder.resolve("absent.jar"));

    assertThat(invocation.code()).isEqualTo(2);
    assertThat(invocation.out()).isEmpty();
    assertThat(invocation.err().lines()).hasSize(1).first().asString().contains("absent.jar");
  }

  @Test
  void a_plugin_whose_name_is_taken_is_told_and_fails() throws IOException {
    Path taken = jar("Constant", "1");

    Invocation invocation = check(taken);

    assertThat(invocation.code()).isEqualTo(2);
    assertThat(invocation.out()).isEmpty();
    assertThat(invocation.err().lines())
        .hasSize(1)
        .first()
        .asString()
        .contains("the schedule constant is ignored: the built-in component of ");
  }

  @Test
  void one_jar_must_be_named() {
    Invocation invocation = Invocation.of("check-plugin");

    assertThat(invocation.code()).isEqualTo(2);
    assertThat(invocation.err())
        .isEqualTo(
            "varangian: expected one jar, for example varangian check-plugin"
                + " target/my-filter.jar\n");
  }
}
