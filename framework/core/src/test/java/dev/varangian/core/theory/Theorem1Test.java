package dev.varangian.core.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class Theorem1Test {
  private static final Assumptions PAPER = new Assumptions(10, 1, 1, 2, 1, 0.01);

  private static List<JsonNode> cases() throws IOException {
    try (InputStream file = Theorem1Test.class.getResourceAsStream("/golden/theorem1.json")) {
      List<JsonNode> cases = new ArrayList<>();
      new ObjectMapper().readTree(file).forEach(cases::add);
      return cases;
    }
  }

  @Test
  void every_golden_case_is_checked() throws IOException {
    assertThat(cases()).hasSize(4);
  }

  @TestFactory
  Stream<DynamicTest> golden_cases() throws IOException {
    return cases().stream()
        .map(each -> DynamicTest.dynamicTest(each.get("parameters").toString(), () -> check(each)));
  }

  private static void check(JsonNode each) {
    JsonNode p = each.get("parameters");
    Assumptions any = assumptions(p, 1);
    Assumptions assumptions = assumptions(p, p.get("eta_over_etabar").asDouble() * any.etaBar());
    Theorem1 theorem = Theorem1.of(assumptions);
    Map<String, Double> actual =
        Map.of(
            "alpha", theorem.alpha(),
            "eta_bar", theorem.etaBar(),
            "eta", assumptions.stepSize(),
            "rho", theorem.rho(),
            "M2", theorem.m2(),
            "floor", theorem.floor());
    JsonNode expected = each.get("expected");
    assertThat(expected).hasSize(actual.size());
    actual.forEach(
        (name, value) ->
            assertThat(value)
                .as(name)
                .isCloseTo(
                    expected.get(name).asDouble(), within(each.get("tolerance").asDouble())));
  }

  private static Assumptions assumptions(JsonNode p, double stepSize) {
    return new Assumptions(
        p.get("n").asInt(),
        p.get("f").asInt(),
        p.get("lambda").asDouble(),
        p.get("mu").asDouble(),
        p.get("sigma").asDouble(),
        stepSize);
  }

  private static Theorem1 with(int faulty, double stepSize) {
    return Theorem1.of(new Assumptions(10, faulty, 1, 2, 1, stepSize));
  }

  @Test
  void no_step_size_has_a_lower_floor_than_eta_star() {
    Theorem1 theorem = Theorem1.of(PAPER);
    double best = with(1, theorem.etaStar()).floor();

    assertThat(theorem.etaStar()).isPositive().isLessThan(theorem.etaBar() / 2);
    for (double factor : new double[] {0.2, 0.9, 0.999, 1.001, 1.1, 1.9}) {
      assertThat(with(1, factor * theorem.etaStar()).floor()).isGreaterThan(best);
    }
  }

  @Test
  void without_faulty_agents_the_floor_falls_to_zero_with_the_step_size() {
    assertThat(with(0, 1e-3).etaStar()).isZero();
    assertThat(with(0, 1e-12).floor()).isCloseTo(0, within(1e-10)).isPositive();
  }

  @Test
  void the_bound_falls_from_the_squared_distance_to_the_floor_as_the_recursion_says() {
    Theorem1 theorem = Theorem1.of(PAPER);
    double expected = 25;
    for (int t = 0; t <= 300; t++) {
      assertThat(theorem.bound(5, t)).isCloseTo(expected, within(1e-9));
      expected = theorem.rho() * expected + theorem.m2();
    }
    assertThat(theorem.bound(5, 1_000_000)).isCloseTo(theorem.floor(), within(1e-9));
  }

  @Test
  void a_tiny_step_size_keeps_full_precision() {
    Theorem1 theorem = with(1, 1e-18);

    assertThat(theorem.rho()).isEqualTo(1);
    assertThat(theorem.floor()).isFinite();
    assertThat(theorem.bound(5, 1)).isCloseTo(25 + theorem.m2(), within(1e-9));
  }

  @Test
  void corollary_1_bounds_a_probability() {
    Theorem1 theorem = Theorem1.of(PAPER);

    assertThat(theorem.probability(4 * theorem.floor())).isCloseTo(0.75, within(1e-12));
    assertThat(theorem.probability(theorem.floor() / 2)).isZero();
  }

  @Test
  void a_margin_of_exactly_zero_is_not_positive_despite_rounding() {
    // 0.1 / (0.2 + 0.1) is not 1/3 in double.
    for (double lambda : new double[] {0.1, 0.7, 1, 3.3}) {
      Assumptions third = new Assumptions(9, 3, lambda, lambda, 1, 1e-9);

      assertThat(third.unmet()).singleElement().asString().contains("is not positive", "f = 2");
      assertThatThrownBy(() -> Theorem1.of(third)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void the_suggested_values_satisfy_the_theorem() {
    Assumptions tooMany = new Assumptions(100, 40, 1, 1.5, 1, 0.001);
    assertThat(tooMany.unmet()).singleElement().asString().contains("at most f = 28 of n = 100");

    assertThat(new Assumptions(100, 28, 1, 1.5, 1, 1e-5).unmet()).isEmpty();
    assertThat(new Assumptions(100, 29, 1, 1.5, 1, 1e-5).unmet()).isNotEmpty();
  }

  @Test
  void eta_bar_itself_is_too_large() {
    double etaBar = Theorem1.of(PAPER).etaBar();

    assertThat(new Assumptions(10, 1, 1, 2, 1, etaBar).unmet())
        .singleElement()
        .asString()
        .contains("is not below eta_bar");
    assertThat(new Assumptions(10, 1, 1, 2, 1, Math.nextDown(etaBar)).unmet()).isEmpty();
  }

  @Test
  void each_invalid_number_is_reported() {
    assertThat(new Assumptions(0, -1, 0, -1, -1, 0).unmet()).hasSize(4);
    assertThat(new Assumptions(10, 1, Double.NaN, 1, Double.NaN, Double.NaN).unmet()).hasSize(3);
    assertThat(new Assumptions(10, 1, 2, 1, 1, 0.01).unmet())
        .singleElement()
        .asString()
        .contains("lambda = 2 is above mu = 1");
    assertThat(new Assumptions(10, 10, 1, 1, 1, 0.01).unmet())
        .singleElement()
        .asString()
        .contains("expected f < n", "at most f = 3 of n = 10");
    assertThat(new Assumptions(1, 0, 1, 1, 0, 0.01).unmet()).isEmpty();
  }
}
