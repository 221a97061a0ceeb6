package dev.varangian.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.filter.CoordinateFilter;
import dev.varangian.spi.filter.CoordinateRule;
import dev.varangian.spi.filter.CoordinateRule.Span;
import dev.varangian.spi.training.StepSizeSchedule;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** How the checks of a plugin are selected, run and reported. */
class ConformanceTest {

  private static Conformance of(Component<?>... components) {
    return Conformance.of(() -> List.of(components));
  }

  static final class One implements StepSizeSchedule {
    @Inject
    One() {}

    @Override
    public double at(int round) {
      return 1;
    }
  }

  static final class NoInject implements StepSizeSchedule {
    @Override
    public double at(int round) {
      return 1;
    }
  }

  @Test
  void every_component_has_all_checks_of_its_kind() {
    List<Result> results =
        of(
                Component.schedule("one", One.class).summary("1 in every round"),
                Component.schedule("two", One.class).summary("The same"))
            .run();

    assertThat(results)
        .extracting(result -> result.component() + ": " + result.check())
        .containsExactly(
            "one: has a valid declaration",
            "one: is finite and positive in every round",
            "one: depends only on the round",
            "two: has a valid declaration",
            "two: is finite and positive in every round",
            "two: depends only on the round");
    assertThat(results).extracting(Result::outcome).containsOnly(new Outcome.Passed());
  }

  @Test
  void a_component_that_cannot_be_used_fails_without_further_checks() {
    List<Result> results =
        of(Component.schedule("one", NoInject.class).summary("1 in every round")).run();

    assertThat(results).first().matches(Result::failed);
    assertThat(results.get(0).outcome())
        .asString()
        .contains("NoInject has no constructor with @Inject");
    assertThat(results.subList(1, results.size()))
        .extracting(Result::outcome)
        .containsOnly(
            new Outcome.NotApplicable("failed an earlier check: has a valid declaration"));
  }

  @Test
  void the_second_component_of_the_same_name_fails() {
    List<Result> results =
        of(
                Component.schedule("one", One.class).summary("1 in every round"),
                Component.schedule("one", One.class).summary("Another"))
            .run();

    assertThat(results).filteredOn(Result::failed).hasSize(1);
    assertThat(results.get(3).outcome()).asString().contains("another schedule has the same name");
  }

  @Test
  void a_component_without_a_summary_fails() {
    assertThat(of(Component.schedule("one", One.class)).run().get(0).outcome())
        .isEqualTo(new Outcome.Failed("has no summary", "one line that says what it does"));
  }

  static final class Insistent implements StepSizeSchedule {
    @Inject
    Insistent() {}

    @Override
    public double at(int round) {
      throw new AssertionError("must not be");
    }
  }

  @Test
  void any_error_fails_the_component() {
    assertThat(FailedChecks.first(Component.schedule("one", Insistent.class)))
        .startsWith("throws AssertionError: must not be");
  }

  static final class Endless implements StepSizeSchedule {
    @Inject
    Endless() {}

    @Override
    @SuppressWarnings("InfiniteLoopStatement") // what is planted
    public double at(int round) {
      while (true) {
        LockSupport.park();
      }
    }
  }

  @Test
  void a_check_that_does_not_finish_fails_and_is_the_last_of_its_component() {
    List<Result> results =
        of(
                Component.schedule("endless", Endless.class).summary("Waits"),
                Component.schedule("one", One.class).summary("1 in every round"))
            .within(Duration.ofSeconds(1))
            .run();

    assertThat(results)
        .filteredOn(Result::failed)
        .extracting(Result::check)
        .containsExactly("is finite and positive in every round");
    assertThat(results.get(1).outcome())
        .isEqualTo(new Outcome.Failed("did not finish within 1 seconds", "a result"));
    assertThat(results.subList(3, 6))
        .extracting(Result::outcome)
        .containsOnly(new Outcome.Passed());
  }

  /** Which place of the sorted values is taken. */
  enum Place {
    LOWEST,
    HIGHEST,
    NONE
  }

  /** The parameters of {@link Taking}. */
  record TakingParameters(
      @Param("which value is taken") Place place,
      @Param(value = "by what nothing is divided", min = 2) int divisor) {}

  static final class Taking implements CoordinateFilter {
    private final Geometry geometry;
    private final Place place;

    @Inject
    Taking(Geometry geometry, TakingParameters parameters) {
      this.geometry = geometry;
      this.place = parameters.place();
      if (parameters.divisor() < 2) {
        throw new ConfigurationException("divisor", "too small");
      }
    }

    @Override
    public CoordinateRule rule() {
      int last = geometry.n() - 1;
      return switch (place) {
        case LOWEST -> new Span(0, 0);
        case HIGHEST -> new Span(last, last);
        case NONE -> new Span(last + 1, last + 1);
      };
    }
  }

  @Test
  void every_value_of_a_parameter_is_checked_and_reported_on_failure() {
    Component<?> component =
        Component.filter("taking", Taking.class).summary("One of the sorted values");

    assertThat(FailedChecks.checks(component))
        .containsExactly("works for typical numbers of agents");
    assertThat(FailedChecks.first(component)).startsWith("with place = none: throws");
  }

  private static List<DynamicTest> tests(Plugin plugin) {
    try (Stream<DynamicNode> nodes = ConformanceTests.of(plugin)) {
      return nodes
          .map(DynamicContainer.class::cast)
          .flatMap(DynamicContainer::getChildren)
          .map(DynamicTest.class::cast)
          .toList();
    }
  }

  private static Throwable thrown(DynamicTest test) {
    try {
      test.getExecutable().execute();
      return new IllegalStateException("nothing was thrown");
    } catch (Throwable e) {
      return e;
    }
  }

  @Test
  void a_junit_test_fails_or_is_skipped_with_the_message() {
    List<DynamicTest> tests = tests(() -> List.of(Component.schedule("one", One.class)));

    assertThat(thrown(tests.get(0)))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage(
            "schedule one: has a valid declaration: has no summary; expected one line that"
                + " says what it does");
    assertThat(thrown(tests.get(1)))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("not applicable: failed an earlier check: has a valid declaration");
  }

  @Test
  void each_component_is_a_container_of_junit_tests() {
    Plugin plugin = () -> List.of(Component.schedule("one", One.class).summary("1 in every round"));

    assertThat(ConformanceTests.of(plugin))
        .extracting(DynamicNode::getDisplayName)
        .containsExactly("schedule one");
    assertThat(tests(plugin))
        .extracting(DynamicNode::getDisplayName)
        .containsExactly(
            "has a valid declaration",
            "is finite and positive in every round",
            "depends only on the round");
  }
}
