package dev.varangian.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.core.catalogue.plugin.LoadedPlugin;
import dev.varangian.spi.Component;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.tensor.machine.VectorSupport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
  private static final Component<?> WEIGHTED = Component.filter("weighted", GradientFilter.class);
  private static final Component<?> MIDDLE = Component.filter("middle", GradientFilter.class);

  @TempDir Path folder;

  @Test
  void the_file_has_exactly_these_bytes() {
    Environment environment =
        new Environment(
            "0.1.0",
            new SourceCommit("89abcdef", true),
            "17.0.15+6",
            "Debian",
            "A CPU @ 2 GHz",
            "vector, 512 bit",
            List.of(
                new LoadedPlugin(
                    "filters", "0.1.0", "filters.jar", "00ff", "1.0", false, List.of()),
                new LoadedPlugin(
                    "mine", "", "mine.jar", "11ff", "1.0", true, List.of(WEIGHTED, MIDDLE)),
                new LoadedPlugin("odd", "", "", "", "1.0", false, List.of())),
            Set.of("filter weighted", "fault other"));
    assertThat(environment.toJson())
        .isEqualTo(
            """
            {
              "version": "0.1.0",
              "git_commit": "89abcdef",
              "git_dirty": true,
              "java": {
                "version": "17.0.15+6",
                "vendor": "Debian"
              },
              "cpu": "A CPU @ 2 GHz",
              "vector_width": "vector, 512 bit",
              "plugins": [
                {
                  "name": "filters",
                  "version": "0.1.0",
                  "sha256": "00ff",
                  "foreign": false,
                  "used": []
                },
                {
                  "name": "mine",
                  "version": null,
                  "sha256": "11ff",
                  "foreign": true,
                  "used": [
                    "filter weighted"
                  ]
                },
                {
                  "name": "odd",
                  "version": null,
                  "sha256": null,
                  "foreign": false,
                  "used": []
                }
              ]
            }
            """);
  }

  @Test
  void no_plugins_are_an_empty_list() {
    assertThat(
            new Environment(null, null, "17", "any", "any", "scalar", List.of(), Set.of()).toJson())
        .contains("\"version\": null,\n", "\"git_commit\": null,\n", "\"git_dirty\": null,\n")
        .contains("\"plugins\": []\n");
  }

  @Test
  void this_process_is_described() {
    Environment environment = Environment.current(List.of());
    assertThat(environment.javaVersion()).isEqualTo(System.getProperty("java.runtime.version"));
    assertThat(environment.vectorWidth()).isEqualTo(VectorSupport.description());
    assertThat(environment.cpu()).isNotBlank();
    assertThat(environment.used()).isEmpty();
    assertThat(environment.using(List.of(WEIGHTED, MIDDLE)).used())
        .containsExactlyInAnyOrder("filter weighted", "filter middle");
  }

  @Test
  void the_cpu_is_its_model_or_else_its_architecture() throws IOException {
    Path cpuinfo = folder.resolve("cpuinfo");
    assertThat(Environment.cpuModel(cpuinfo)).isEqualTo(System.getProperty("os.arch"));
    Files.writeString(cpuinfo, "processor\t: 0\nmodel\t\t: 85\nmodel name\t: A CPU: fast\n");
    assertThat(Environment.cpuModel(cpuinfo)).isEqualTo("A CPU: fast");
    Files.writeString(cpuinfo, "processor\t: 0\nCPU part\t: 0xd0c\n");
    assertThat(Environment.cpuModel(cpuinfo)).isEqualTo(System.getProperty("os.arch"));
  }
}
