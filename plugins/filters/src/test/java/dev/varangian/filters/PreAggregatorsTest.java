package dev.varangian.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.varangian.core.aggregation.ActivePreAggregator;
import dev.varangian.core.aggregation.FilterStage;
import dev.varangian.core.component.Calls;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.filters.KrumScore.Distance;
import dev.varangian.filters.KrumScore.Neighbours;
import dev.varangian.spi.Component;
import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.PreAggregator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Published cases, and mixtures formed one by one as the reference of what the server does. */
class PreAggregatorsTest {
  private static final int N = 9;
  private static final int F = 2;

  @TestFactory
  Stream<DynamicTest> the_result_is_the_published_one() throws IOException {
    List<JsonNode> cases = cases();
    assertThat(cases).hasSize(12);
    return cases.stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.get("operator").asText() + ": " + each.get("source").asText(),
                    () -> check(each)));
  }

  private static List<JsonNode> cases() throws IOException {
    try (InputStream file =
        PreAggregatorsTest.class.getResourceAsStream("/golden/pre-aggregators.json")) {
      List<JsonNode> cases = new ArrayList<>();
      new ObjectMapper().readTree(file).forEach(cases::add);
      return cases;
    }
  }

  private static void check(JsonNode each) {
    double[][] input = numbers(each.get("input"));
    JsonNode parameters = each.get("parameters");
    Geometry sizes = new Geometry(input.length, parameters.path("f").asInt(0), input[0].length);
    String[] operators = each.get("operator").asText().split("_then_", -1);
    double[][] mixtures = product(mix(operators[0], parameters, sizes, input), input);
    double[][] expected = numbers(each.get("expected"));
    if (operators.length == 1) {
      assertNear(mixtures, expected, each.get("tolerance").asDouble());
      return;
    }
    GradientFilter filter =
        operators[1].equals("krum")
            ? new Krum(
                sizes,
                new Krum.Parameters(
                    GoldenCasesTest.oneOf(parameters.get("neighbours").asText()), Distance.SQUARED))
            : new Cwtm(sizes);
    float[] served = serve(List.of(rule(operators[0], sizes)), filter, floats(input)).output();
    for (int j = 0; j < served.length; j++) {
      assertThat((double) served[j]).isCloseTo(expected[0][j], within(2e-7 * 10));
    }
  }

  private static double[][] mix(
      String operator, JsonNode parameters, Geometry sizes, double[][] input) {
    PlainPoints points = new PlainPoints(input);
    return switch (operator) {
      case "bucketing" ->
          Bucketing.buckets(
              IntStream.range(0, sizes.n())
                  .map(i -> parameters.get("permutation").get(i).asInt())
                  .toArray(),
              parameters.get("s").asInt());
      case "static_clipping" -> Clipping.clipped(points, parameters.get("c").asDouble());
      default -> rule(operator, sizes).mix(points);
    };
  }

  private static PreAggregator rule(String operator, Geometry sizes) {
    return switch (operator) {
      case "nnm" -> new Nnm(sizes);
      case "arc" -> new Arc(sizes);
      case "static_clipping" -> new Clipping(sizes, new Clipping.Parameters(3));
      default -> throw new AssertionError(operator);
    };
  }

  private static double[][] numbers(JsonNode rows) {
    Stream<JsonNode> each =
        rows.get(0).isArray()
            ? IntStream.range(0, rows.size()).mapToObj(rows::get)
            : Stream.of(rows);
    return each.map(row -> IntStream.range(0, row.size()).mapToDouble(j -> row.get(j).asDouble()))
        .map(DoubleStream::toArray)
        .toArray(double[][]::new);
  }

  private static void assertNear(double[][] rows, double[][] expected, double tolerance) {
    assertThat(rows).hasNumberOfRows(expected.length);
    for (int k = 0; k < rows.length; k++) {
      for (int j = 0; j < rows[k].length; j++) {
        assertThat(rows[k][j]).isCloseTo(expected[k][j], within(tolerance));
      }
    }
  }

  private static double[][] product(double[][] weights, double[][] rows) {
    double[][] sums = new double[weights.length][rows[0].length];
    for (int k = 0; k < weights.length; k++) {
      for (int i = 0; i < rows.length; i++) {
        for (int j = 0; j < sums[k].length; j++) {
          sums[k][j] += weights[k][i] * rows[i][j];
        }
      }
    }
    return sums;
  }

  private static float[][] floats(double[][] rows) {
    float[][] floats = new float[rows.length][rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < floats[i].length; j++) {
        floats[i][j] = (float) rows[i][j];
      }
    }
    return floats;
  }

  private static Server.Filtered serve(
      List<PreAggregator> rules, GradientFilter filter, float[][] rows) {
    List<ActivePreAggregator> active =
        rules.stream()
            .map(
                rule ->
                    new ActivePreAggregator(
                        rule,
                        new Choice<>(
                            Component.preAggregator("rule", rule.getClass()),
                            new Component.NoParameters(),
                            new Origin("", 0, ""))))
            .toList();
    int d = rows[0].length;
    try (ThreadTeam workers = new ThreadTeam(2)) {
      float[] out = new float[d];
      FilterStage stage = new FilterStage(active, filter, new Calls(), workers, rows.length, d);
      stage.apply(rows, null, out, 1);
      return new Server.Filtered(out, stage.shares());
    }
  }

  @TestFactory
  Stream<DynamicTest> a_chain_in_front_of_a_filter_is_the_filter_of_the_mixtures() {
    Geometry sizes = new Geometry(N, F, 37);
    List<GradientFilter> filters =
        List.of(
            new Mean(sizes),
            new Cge(sizes, new Cge.Parameters(Cge.Normalise.MEAN)),
            new Krum(sizes, new Krum.Parameters(Neighbours.N_F_2, Distance.SQUARED)),
            new GeoMed(sizes),
            new Mom(sizes, new Mom.Parameters(3)),
            new Cwtm(sizes));
    List<List<String>> chains =
        List.of(
            List.of("nnm"),
            List.of("arc"),
            List.of("static_clipping", "nnm"),
            List.of("nnm", "arc"),
            List.of("nnm", "nnm"));
    return chains.stream()
        .flatMap(
            chain ->
                filters.stream()
                    // ARC leaves equal norms, of which rounding then decides
                    .filter(filter -> !(chain.contains("arc") && filter instanceof Cge))
                    .map(
                        filter ->
                            DynamicTest.dynamicTest(
                                String.join(" ", chain) + " " + filter.getClass().getSimpleName(),
                                () -> checkChain(chain, filter, sizes))));
  }

  private static void checkChain(List<String> chain, GradientFilter filter, Geometry sizes) {
    float[][] rows = gaussian(sizes);
    for (int j = 0; j < sizes.d(); j++) {
      rows[2][j] = 40 + rows[2][j]; // far, so that nearest ones and longest ones are clear
      rows[5][j] *= 3;
    }
    double[][] all = identity(sizes.n());
    for (String operator : chain) {
      double[][] mixtures = product(all, doubles(rows));
      all = product(rule(operator, sizes).mix(new PlainPoints(mixtures)), all);
    }
    Server.Filtered plain = Server.apply(filter, floats(product(all, doubles(rows))));
    Server.Filtered served =
        serve(chain.stream().map(operator -> rule(operator, sizes)).toList(), filter, rows);
    for (int j = 0; j < sizes.d(); j++) {
      assertThat(served.output()[j]).isCloseTo(plain.output()[j], within(2e-5f));
    }
    if (filter instanceof Cwtm) {
      return; // whose values lie in a span of mixtures may hang on the last bit
    }
    double[] pulled = product(new double[][] {plain.shares()}, all)[0];
    double total = Arrays.stream(pulled).sum();
    for (int i = 0; i < sizes.n(); i++) {
      assertThat(served.shares()[i]).isCloseTo(pulled[i] / total, within(1e-6));
    }
  }

  private static float[][] gaussian(Geometry sizes) {
    Draws draws = new Randomness(1, "test").at(0);
    float[][] rows = new float[sizes.n()][sizes.d()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = (float) draws.gaussian((long) i * sizes.d() + j);
      }
    }
    return rows;
  }

  private static double[][] identity(int n) {
    double[][] identity = new double[n][n];
    for (int i = 0; i < n; i++) {
      identity[i][i] = 1;
    }
    return identity;
  }

  private static double[][] doubles(float[][] rows) {
    double[][] doubles = new double[rows.length][rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < doubles[i].length; j++) {
        doubles[i][j] = rows[i][j];
      }
    }
    return doubles;
  }

  @Test
  void buckets_hold_every_vector_once_and_the_last_may_be_smaller() {
    double[][] mix = Bucketing.buckets(new int[] {3, 0, 4, 1, 2, 6, 5}, 3);

    assertThat(mix)
        .isDeepEqualTo(
            new double[][] {
              {1 / 3.0, 0, 0, 1 / 3.0, 1 / 3.0, 0, 0},
              {0, 1 / 3.0, 1 / 3.0, 0, 0, 0, 1 / 3.0},
              {0, 0, 0, 0, 0, 1, 0}
            });
  }

  @Test
  void arc_shortens_no_vector_when_none_is_faulty() {
    double[][] rows = {{1, 0}, {0, 5}, {3, 4}};

    assertThat(new Arc(new Geometry(3, 0, 2)).mix(new PlainPoints(rows)))
        .isDeepEqualTo(identity(3));
  }
}
