package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.experiment.figure.Figure;
import dev.varangian.core.experiment.figure.FigureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReproduceTest {
  private static final Path HOME = Invocation.checkout().resolve("experiments");
  private static final String TOY =
      """
      model: softmax-regression
      dataset: {name: synthetic-digits, training: 200, test: 40}
      agents: 6
      batch-size: 2
      rounds: 8
      step-size: 0.1
      evaluate-every: 2
      filter: cge
      fault: gradient-reverse
      sweep:
        faulty: [1, 2]
        batch-size: [2, 4]
        seed: [1, 2]
      figure:
        title: A toy
        rows: faulty
        quick: {seed: 1}
        claims:
      """;

  @TempDir private Path folder;

  private static Invocation reproduce(Path home, String... arguments) {
    List<String> all = new ArrayList<>(List.of("reproduce"));
    all.addAll(List.of(arguments));
    return Invocation.at(home, Map.of(), all.toArray(String[]::new));
  }

  private Invocation toy(String claims, String... arguments) throws IOException {
    Path paper = Files.createDirectories(folder.resolve("home/paper"));
    Files.writeString(paper.resolve("fig1.yaml"), TOY + claims);
    List<String> all = new ArrayList<>(List.of("fig1", "--out", folder.resolve("out").toString()));
    all.addAll(List.of(arguments));
    return reproduce(folder.resolve("home"), all.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 15, 1",
    "3, 10, 1",
    "4, 8, 2",
    "5, 8, 2",
    "6, 8, 2",
    "7, 8, 2",
    "8, 20, 1",
    "9, 20, 1",
    "10, 20, 1",
    "11, 20, 1",
    "12, 5, 1",
    "13, 16, 1",
    "14, 16, 1",
    "15, 16, 1",
    "16, 16, 1"
  })
  void each_figure_of_the_paper_has_its_curves_at_both_scales(int number, int curves, int free) {
    FigureReader reader = new FigureReader(Catalogue.discover(List.of()));
    Path file = HOME.resolve("paper/fig" + number + ".yaml");
    for (boolean quick : new boolean[] {true, false}) {
      FigureReader.Read read = reader.read(file, quick, List.of());
      assertThat(read.problems()).isEmpty();
      Figure figure = read.figure().orElseThrow();
      int seeds = quick ? 1 : 3;
      assertThat(figure.experiment().runs()).hasSize(curves * seeds);
      assertThat(figure.faultFree().runs()).hasSize(free * seeds);
      assertThat(figure.faultFree().runs())
          .allSatisfy(
              run -> {
                assertThat(run.spec().faultyAgents()).isEmpty();
                assertThat(run.spec().filter().component().name()).isEqualTo("mean");
                assertThat(run.spec().averaging()).isZero();
              });
      assertThat(figure.claims()).isNotEmpty();
      assertThat(figure.fromRound()).isEqualTo(number >= 4 && number <= 7 ? 100 : 1);
    }
  }

  @Test
  void figures_share_a_folder_and_the_runs_they_have_in_common() throws IOException {
    String out = folder.resolve("out").toString();
    String[] tiny = {
      "--out",
      out,
      "--set",
      "model=softmax-regression",
      "--set",
      "dataset={name: synthetic-digits, training: 200, test: 40}",
      "--set",
      "rounds=4",
      "--set",
      "evaluate-every=2"
    };
    Invocation first = reproduce(HOME, with("fig3", tiny));
    assertThat(first.err()).doesNotContain("kept");
    assertThat(first.code()).isZero();
    assertThat(first.out()).contains("fig3    CGE is good for every fault");

    Invocation second = reproduce(HOME, with("fig8", tiny));
    assertThat(second.code()).isZero();
    // fault-free, and CGE under the two faults of figure 3 with one faulty agent
    assertThat(second.err()).contains("3 finished runs are kept");
    assertThat(second.out()).doesNotContain("fig3");
    assertThat(Files.readAllLines(Path.of(out, "summary.csv"))).hasSize(1 + 11 + 18);
    assertThat(Files.readAllLines(Path.of(out, "claims.csv")))
        .anyMatch(line -> line.startsWith("fig3,"))
        .anyMatch(line -> line.startsWith("fig8,"));
    assertThat(Files.readAllLines(Path.of(out, "figures.csv")).get(0))
        .isEqualTo("figure,title,rows,from_round,run");

    assertThat(Files.readString(Path.of(out, "report.html")))
        .contains("<span>fig3</span>", "<span>fig8</span>", "CGE is good for every fault");

    Invocation other = reproduce(HOME, with("fig8", tiny, "--scale", "paper"));
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err())
        .isEqualTo(
            "varangian: results folder "
                + out
                + " contains another experiment: scale is quick there but paper here; choose another"
                + " results folder (--out)\n");
  }

  private static String[] with(String figure, String[] options, String... more) {
    List<String> all = new ArrayList<>(List.of(figure));
    all.addAll(List.of(options));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void a_claim_is_held_against_the_runs_it_is_about() throws IOException {
    Invocation call =
        toy(
            """
                - {says: above nothing, measure: late-accuracy, at-least: 0}
                - {says: above everything, measure: late-accuracy, at-least: 1.1}
                - {says: of two, measure: late-accuracy, where: {faulty: 2}, at-least: 1.1}
                - {says: never far below, measure: late-accuracy, near-fault-free: 1}
                - {says: never far above, measure: late-accuracy, near-fault-free: -1}
                - {says: up, measure: late-loss, rises-with: batch-size, margin: 100}
                - {says: down, measure: spikes, falls-with: faulty, margin: -100}
            """);

    assertThat(call.err()).doesNotContain("fig1.yaml");
    assertThat(call.code()).isZero();
    assertThat(verdict(call, "above nothing")).isEqualTo("holds");
    assertThat(verdict(call, "above everything")).isEqualTo("holds in 0 of 4");
    assertThat(verdict(call, "of two")).isEqualTo("holds in 0 of 2");
    assertThat(verdict(call, "never far below")).isEqualTo("holds");
    assertThat(verdict(call, "never far above")).isEqualTo("holds in 0 of 4");
    assertThat(verdict(call, "up")).isEqualTo("holds");
    assertThat(verdict(call, "down")).isEqualTo("holds in 0 of 2");
    assertThat(call.out()).contains("  not faulty=2, batch-size=4: 0.").contains(" to 2: ");
  }

  private static String verdict(Invocation call, String says) {
    String line =
        call.out()
            .lines()
            .filter(each -> each.startsWith("fig1    " + says + " "))
            .findFirst()
            .orElseThrow();
    return line.replaceFirst(".*  (holds.*)", "$1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    - {says: a, measure: late-acuracy, at-least: 1}|fig1.yaml:19 figure.claims: measure: expected one of"
            + " late-accuracy, late-loss, spikes",
        "    - {says: a, measure: spikes, at-least: much}|fig1.yaml:19 figure.claims: at-least: expected a number,"
            + " not \"much\"",
        "    - {says: a, measure: spikes, rises-with: fault}|fig1.yaml:19 figure.claims: fault is not swept;"
            + " swept keys: faulty, batch-size",
        "    - {says: a, measure: spikes, where: {filter: cge}, at-least: 1}|fig1.yaml:19 figure.claims: filter is not swept;"
            + " swept keys: faulty, batch-size",
        "    - nothing|fig1.yaml:19 figure.claims: expected a claim, not \"nothing\"",
        "  colour: red|fig1.yaml:19 figure.colour: unknown key",
      })
  void what_is_wrong_with_a_figure_is_told_with_its_line(String text) throws IOException {
    String[] parts = text.split("[|]");
    Invocation call = toy(parts[0] + "\n");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains(parts[1]);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void a_figure_is_no_experiment_to_run() {
    Invocation call = Invocation.of("run", HOME.resolve("paper/fig2.yaml").toString());
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).endsWith(" figure: this is a figure; use varangian reproduce\n");
  }

  @Test
  void what_can_not_be_made_is_refused_before_anything_runs() {
    assertThat(reproduce(HOME, "fig22").err())
        .startsWith("varangian: there is no figure \"fig22\" (nearest: fig");
    assertThat(reproduce(HOME).err()).contains("expected figures");
    assertThat(reproduce(HOME, "fig2", "--scale", "huge").err())
        .isEqualTo("varangian: --scale: expected quick or paper, not \"huge\"\n");
    Invocation without =
        reproduce(HOME, "fig2", "fig12", "--set", "rounds=1", "--data", folder.toString());
    assertThat(without.code()).isEqualTo(2);
    assertThat(without.err()).contains("fig2: found none of").contains("fig12: found none of");
    for (String[] call : new String[][] {{"fig22"}, {}, {"fig2", "--scale", "huge"}}) {
      assertThat(reproduce(HOME, call).code()).isEqualTo(2);
    }
  }
}
