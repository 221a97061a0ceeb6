package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.experiment.reading.ExperimentReader;
import dev.varangian.core.experiment.reading.Parsed;
import dev.varangian.core.experiment.yaml.Problem;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.simulation.RunResult;
import dev.varangian.core.simulation.Simulation;
import dev.varangian.core.wiring.Attempt;
import dev.varangian.core.wiring.Preparation;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.spi.Kind;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.run.AgentRow;
import dev.varangian.spi.run.RoundRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/**
 * What holds for every filter of the catalogue against every fault: a few rounds of training, each
 * pair a test of its own, such as {@code cge x silent}.
 *
 * <p>With {@code -Dvarangian.plugins=my.jar} the components of that jar take part. A pair that its
 * components refuse at these sizes is skipped, with the reason.
 */
class EveryPairTest {
  private static final int AGENTS = 10;
  private static final int FAULTY = 1;
  private static final int ROUNDS = 3;

  /** Faults of which nothing arrives that counts. */
  private static final Set<String> MISSING = Set.of("inf", "nan", "silent", "wrong-length");

  private static final Catalogue BUILT_IN = Catalogue.discover(List.of());
  private static final Preparation PREPARATION =
      new Preparation(new DataDirectory(Path.of("nowhere")));

  private record Outcome(List<RoundRow> rounds, List<AgentRow> agents, RunResult end) {}

  @Test
  void the_filters_and_faults_of_the_paper_are_there() {
    assertThat(BUILT_IN.names(Kind.FILTER))
        .contains("cge", "cwtm", "geomed", "krum", "mean", "median", "mom", "multi-krum");
    assertThat(BUILT_IN.names(Kind.FAULT))
        .contains(
            "coordinate-wise",
            "gradient-reverse",
            "inf",
            "label-flip",
            "nan",
            "none",
            "norm-confusing",
            "random",
            "sign-flip",
            "silent",
            "wrong-length",
            "zero");
  }

  @TestFactory
  Stream<DynamicTest> every_filter_x_every_fault() {
    return TestCatalogue.names(Kind.FILTER).stream()
        .flatMap(
            filter ->
                TestCatalogue.names(Kind.FAULT).stream()
                    .map(
                        fault ->
                            DynamicTest.dynamicTest(
                                filter + " x " + fault, () -> check(filter, fault))));
  }

  @Test
  void the_foreign_components_that_are_named_take_part() {
    String named = System.getProperty("varangian.plugins", "");
    assumeThat(named).as("-Dvarangian.plugins names jars").isNotBlank();
    assertThat(TestCatalogue.all().problems()).isEmpty();
  }

  private static void check(String filter, String fault) {
    Outcome result = run(filter, fault, 1);
    for (float weight : result.end().weights()) {
      assertThat(weight).isFinite();
    }
    assertThat(result.rounds()).hasSize(result.end().divergedAt().orElse(ROUNDS));
    for (RoundRow round : result.rounds()) {
      boolean diverged = round.round() == result.end().divergedAt().orElse(-1);
      if (!diverged) {
        assertThat(round.testLoss()).isFinite();
        assertThat(round.testAccuracy()).isBetween(0.0, 1.0);
      }
      checkMissing(fault, round, diverged);
      checkWeights(round, agents(result, round));
    }
    assertSame(run(filter, fault, 1), result);
    assertSame(run(filter, fault, 2), result);
  }

  private static List<AgentRow> agents(Outcome result, RoundRow round) {
    return result.agents().stream().filter(row -> row.round() == round.round()).toList();
  }

  private static void checkMissing(String fault, RoundRow round, boolean diverged) {
    boolean known = BUILT_IN.names(Kind.FAULT).contains(fault) && !diverged;
    int expected = MISSING.contains(fault) ? FAULTY : 0;
    if (known) {
      assertThat(round.missing()).as("missing in round %d", round.round()).isEqualTo(expected);
    } else {
      assertThat(round.missing()).isBetween(0, FAULTY);
    }
  }

  /** The agents' weights add up to 1, where the filter gives any. */
  private static void checkWeights(RoundRow round, List<AgentRow> agents) {
    assertThat(agents).hasSize(AGENTS);
    assertThat(agents.stream().filter(AgentRow::faulty)).hasSize(FAULTY);
    double sum = agents.stream().mapToDouble(AgentRow::weight).sum();
    double faulty = agents.stream().filter(AgentRow::faulty).mapToDouble(AgentRow::weight).sum();
    if (agents.stream().allMatch(agent -> Double.isNaN(agent.weight()))) {
      assertThat(round.faultyWeight()).isNaN();
    } else {
      assertThat(sum).isCloseTo(1, within(1e-12));
      assertThat(round.faultyWeight()).isCloseTo(faulty, within(1e-12));
    }
  }

  private static void assertSame(Outcome again, Outcome result) {
    assertThat(again.end().weights()).isEqualTo(result.end().weights());
    assertThat(again.rounds()).isEqualTo(result.rounds());
    assertThat(again.agents()).isEqualTo(result.agents());
    assertThat(again.end().divergedAt()).isEqualTo(result.end().divergedAt());
  }

  private static Outcome run(String filter, String fault, int threads) {
    PreparedRun prepared = prepare(filter, fault);
    try (ThreadTeam workers = new ThreadTeam(threads)) {
      List<RoundRow> rounds = new ArrayList<>();
      List<AgentRow> agents = new ArrayList<>();
      RunResult end =
          Simulation.run(
              prepared,
              workers,
              (round, ofRound, timing) -> {
                rounds.add(round);
                agents.addAll(ofRound);
              });
      return new Outcome(rounds, agents, end);
    }
  }

  private static PreparedRun prepare(String filter, String fault) {
    String text =
        """
        model: softmax-regression
        dataset: {name: synthetic-digits, training: 200, test: 40}
        agents: %d
        faulty: %d
        batch-size: 4
        rounds: %d
        step-size: 0.1
        evaluate-every: 1
        filter: %s
        fault: %s
        """
            .formatted(AGENTS, FAULTY, ROUNDS, filter, fault);
    Parsed parsed =
        new ExperimentReader(TestCatalogue.all()).read(text, Path.of("pair.yaml"), List.of());
    if (parsed.experiment().isEmpty()) {
      return abort(filter, fault, parsed.problems());
    }
    Attempt<PreparedRun> attempt =
        PREPARATION.prepare(parsed.experiment().get().runs().get(0).spec());
    return attempt.value().orElseGet(() -> abort(filter, fault, attempt.problems()));
  }

  private static PreparedRun abort(String filter, String fault, List<Problem> problems) {
    assertThat(isBuiltIn(filter, fault)).as(problems.toString()).isFalse();
    throw new TestAbortedException(filter + " x " + fault + ": " + problems);
  }

  private static boolean isBuiltIn(String filter, String fault) {
    return BUILT_IN.names(Kind.FILTER).contains(filter)
        && BUILT_IN.names(Kind.FAULT).contains(fault);
  }
}
