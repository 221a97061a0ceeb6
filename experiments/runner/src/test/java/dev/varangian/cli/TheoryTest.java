package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TheoryTest {
  private static final String GOOD =
      "--agents 10 --faulty 1 --lambda 1 --mu 2 --sigma 1 --step-size 0.01";

  private static Invocation theory(String options) {
    return Invocation.of(
        Stream.concat(Stream.of("theory"), Stream.of(options.split(" "))).toArray(String[]::new));
  }

  @Test
  void the_numbers_are_one_json_object_with_all_digits() throws IOException {
    Invocation call = theory(GOOD + " --json");

    JsonNode object = new ObjectMapper().readTree(call.out());
    assertThat(call.code()).isZero();
    assertThat(call.err()).isEmpty();
    assertThat(object.fieldNames())
        .toIterable()
        .containsExactly("alpha", "eta_bar", "rho", "m2", "floor", "eta_star");
    assertThat(object.get("alpha").asDouble()).isEqualTo(0.15);
    assertThat(object.get("eta_bar").asDouble()).isEqualTo(12.0 / 424);
  }

  @Test
  void the_bound_begins_at_the_squared_distance() throws IOException {
    JsonNode bound =
        new ObjectMapper()
            .readTree(theory(GOOD + " --distance0 5 --rounds 20 --json").out())
            .get("bound");

    assertThat(bound).hasSize(21);
    assertThat(bound.get(0).asDouble()).isEqualTo(25);
    double rho = 1 - 424 * 0.01 * (12.0 / 424 - 0.01);
    double m2 = Math.pow((1 + Math.sqrt(8)) / 10, 2) + 1e-4 * 81;
    assertThat(bound.get(1).asDouble()).isCloseTo(25 * rho + m2, within(1e-12));
  }

  @Test
  void as_text_each_number_is_explained_and_the_bound_is_a_table() {
    String out = theory(GOOD + " --distance0 5 --rounds 1").out();

    assertThat(out).startsWith("alpha     0.15 ").contains("\nt,bound\n0,25\n1,");
    assertThat(theory(GOOD).out()).doesNotContain("t,bound").hasLineCount(11);
  }

  @Test
  void as_text_the_corollary_stands_for_a_few_radii() {
    assertThat(theory(GOOD).out().lines().skip(7)).first().asString().startsWith("epsilon");
    assertThat(theory(GOOD).out().lines().skip(8).map(line -> line.replaceAll(".* ", "")))
        .containsExactly("0.5", "0.9", "0.99");
    assertThat(theory(GOOD.replace("--sigma 1", "--sigma 0")).out()).endsWith("any above 0  1\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--faulty 4 --lambda 1 --mu 1 --step-size 0.01 | the margin alpha = lambda/(2 lambda + mu) -"
            + " f/n = -0.06666666666666667 is not positive: f/n must be below lambda/(2 lambda + mu)"
            + " = 0.3333333333333333, so at most f = 3 of n = 10, f/n = 0.3, with a step size below"
            + " 0.013422818791946308",
        "--faulty 1 --lambda 1 --mu 2 --step-size 0.1 | the step size 0.1 is not below eta_bar ="
            + " 0.02830188679245283: expected a number between 0 and that",
        "--faulty 1 --lambda 2 --mu 1 --step-size 0.01 | lambda = 2 is above mu = 1: lambda <= mu holds"
            + " for every cost",
        "--faulty 10 --lambda 1 --mu 1 --step-size 0.01 | f = 10 of n = 10 agents: expected f < n;"
            + " f/n must be below lambda/(2 lambda + mu) = 0.3333333333333333, so at most f = 3 of n"
            + " = 10, f/n = 0.3, with a step size below 0.013422818791946308",
        "--faulty 1 --lambda 1 --mu 2 --step-size -1 | the step size is -1: expected a positive"
            + " number",
        "--faulty 1 --lambda 1 --mu 2 --step-size 0.01 --sigma -2 | sigma = -2: expected a number of"
            + " at least 0",
        "--faulty 1 --lambda one --mu 2 --step-size 0.01 | --lambda: expected a number, not \"one\"",
        "--faulty 1.5 --lambda 1 --mu 2 --step-size 0.01 | --faulty: expected a whole number of at"
            + " least 0, not \"1.5\"",
        "--faulty 1 --step-size 0.01 | missing options: --lambda, --mu (see varangian theory"
            + " --help)",
        "--faulty 1 --lambda 1 --mu 2 --step-size 0.01 --rounds 3 | the bound for each round needs"
            + " both --distance0 and --rounds",
        "--faulty 1 --lambda 1 --mu 2 --step-size 0.01 --rounds 3 --distance0 -1 | --distance0:"
            + " expected a number of at least 0, not -1",
        "--faulty 1 --lambda 1 --mu 2 --step-size 0.01 --rounds 3 --distance0 1e200 | --distance0:"
            + " expected a number whose square is a double, so at most 1.3e154, not 1e200",
        "--faulty 1 --lambda 1 --mu 2 --step-size 1e-320 | 1 - rho = 1.2e-319 for the step size"
            + " 1.0e-320: the floor M^2 / (1 - rho) is not a double for numbers of this size",
      })
  void what_the_theorem_does_not_cover_is_refused_with_what_would_do(
      String options, String message) {
    String sigma = options.contains("--sigma") ? "" : " --sigma 1";
    Invocation call = theory("--agents 10 " + options + sigma);

    assertThat(call.err()).isEqualTo("varangian: " + message + "\n");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.out()).isEmpty();
  }

  @Test
  void help_shows_an_example_that_works() {
    String help = Invocation.of("theory", "--help").out();

    assertThat(help).contains("--distance0 D").contains("Examples:");
    String example =
        help.replaceAll(" \\\\\n +", " ")
            .lines()
            .filter(line -> line.startsWith("  varangian theory"))
            .findFirst()
            .orElseThrow();
    assertThat(theory(example.replace("  varangian theory ", "")).code()).isZero();
  }
}
