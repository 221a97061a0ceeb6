package dev.varangian.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.varangian.filters.KrumScore.Distance;
import dev.varangian.filters.KrumScore.Neighbours;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Inputs and results that were published with other codes or computed independently. */
class GoldenCasesTest {
  private static final int CASES = 36;

  private static List<JsonNode> cases() throws IOException {
    try (InputStream file = GoldenCasesTest.class.getResourceAsStream("/golden/filters.json")) {
      List<JsonNode> cases = new ArrayList<>();
      new ObjectMapper().readTree(file).forEach(cases::add);
      return cases;
    }
  }

  private static boolean isScores(JsonNode each) {
    return each.get("operator").asText().equals("krum_scores");
  }

  @Test
  void no_case_and_no_filter_is_left_out() throws IOException {
    Set<String> operators = new TreeSet<>();
    cases().forEach(each -> operators.add(each.get("operator").asText()));
    assertThat(cases())
        .hasSize(CASES)
        .allMatch(each -> isScores(each) || filters(each).findAny().isPresent());
    assertThat(operators)
        .containsExactly(
            "average",
            "cge",
            "coordinate_wise_median",
            "geometric_median_exact",
            "geometric_median_of_means_exact",
            "krum",
            "krum_scores",
            "multi_krum",
            "trimmed_mean");
  }

  @TestFactory
  Stream<DynamicTest> the_result_is_the_published_one() throws IOException {
    List<JsonNode> cases = cases();
    return IntStream.range(0, cases.size())
        .boxed()
        .filter(i -> !isScores(cases.get(i)))
        .flatMap(
            i ->
                filters(cases.get(i))
                    .map(
                        filter ->
                            DynamicTest.dynamicTest(
                                i + " " + name(cases.get(i)), () -> check(cases.get(i), filter))));
  }

  @TestFactory
  Stream<DynamicTest> krum_scores_are_the_published_ones() throws IOException {
    return cases().stream()
        .filter(GoldenCasesTest::isScores)
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.get("parameters").toString(), () -> checkScores(each)));
  }

  private static String name(JsonNode each) {
    return each.get("operator").asText() + ": " + each.get("source").asText();
  }

  /** A case that names no variant holds for all of them. */
  private static Stream<GradientFilter> filters(JsonNode each) {
    JsonNode parameters = each.get("parameters");
    JsonNode input = each.get("input");
    Geometry geometry =
        new Geometry(input.size(), parameters.path("f").asInt(0), input.get(0).size());
    return switch (each.get("operator").asText()) {
      case "average" -> Stream.of(new Mean(geometry));
      case "cge" ->
          Stream.of(
              new Cge(
                  geometry, new Cge.Parameters(normalise(parameters.get("normalise").asText()))));
      case "coordinate_wise_median" ->
          evens(parameters.path("even_n").asText(""))
              .map(even -> new Median(geometry, new Median.Parameters(even)));
      case "geometric_median_exact" -> Stream.of(new GeoMed(geometry));
      case "geometric_median_of_means_exact" ->
          Stream.of(new Mom(geometry, new Mom.Parameters(parameters.get("groups").asInt())));
      case "krum" ->
          krums(parameters, (k, distance) -> new Krum(geometry, new Krum.Parameters(k, distance)));
      case "multi_krum" ->
          krums(
              parameters,
              (k, distance) ->
                  new MultiKrum(
                      geometry,
                      new MultiKrum.Parameters(parameters.get("m").asText(), k, distance)));
      case "trimmed_mean" -> Stream.of(new Cwtm(geometry));
      default -> throw new AssertionError(each);
    };
  }

  private static Stream<GradientFilter> krums(
      JsonNode parameters, BiFunction<Neighbours, Distance, GradientFilter> maker) {
    return neighbours(parameters.path("neighbours").asText(""))
        .flatMap(
            k ->
                distances(parameters.path("distance").asText(""))
                    .map(distance -> maker.apply(k, distance)));
  }

  private static Stream<Neighbours> neighbours(String text) {
    return text.isEmpty() ? Stream.of(Neighbours.values()) : Stream.of(oneOf(text));
  }

  /** The constant that is written so. */
  static Neighbours oneOf(String text) {
    return Arrays.stream(Neighbours.values())
        .filter(each -> each.toString().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Distance> distances(String text) {
    return switch (text) {
      case "" -> Stream.of(Distance.values());
      case "squared" -> Stream.of(Distance.SQUARED);
      case "unsquared" -> Stream.of(Distance.EUCLIDEAN);
      case "fourth power" -> Stream.of(Distance.FOURTH_POWER);
      default -> throw new AssertionError(text);
    };
  }

  private static Cge.Normalise normalise(String text) {
    return switch (text) {
      case "mean" -> Cge.Normalise.MEAN;
      case "sum" -> Cge.Normalise.SUM;
      default -> throw new AssertionError(text);
    };
  }

  private static Stream<Median.Even> evens(String text) {
    return switch (text) {
      case "" -> Stream.of(Median.Even.values());
      case "lower" -> Stream.of(Median.Even.LOWER);
      case "mean of the two middle values" -> Stream.of(Median.Even.MEAN);
      default -> throw new AssertionError(text);
    };
  }

  private static void check(JsonNode each, GradientFilter filter) {
    JsonNode input = each.get("input");
    JsonNode expected = each.get("expected");
    float[][] rows = new float[input.size()][];
    double largest = 0;
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new float[input.get(i).size()];
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = Float.parseFloat(input.get(i).get(j).asText());
        largest = Float.isFinite(rows[i][j]) ? Math.max(largest, Math.abs(rows[i][j])) : largest;
      }
    }
    float[] output = Server.apply(filter, Server.received(rows)).output();
    assertThat(output).hasSize(expected.size());
    for (int j = 0; j < output.length; j++) {
      double wanted = expected.get(j).asDouble();
      double tolerance =
          Math.max(each.get("tolerance").asDouble(), 1e-6 * (1 + largest + Math.abs(wanted)));
      assertThat((double) output[j]).as("coordinate %d", j).isCloseTo(wanted, within(tolerance));
    }
  }

  /** Scores are computed in double from the numbers as they are written. */
  private static void checkScores(JsonNode each) {
    JsonNode parameters = each.get("parameters");
    JsonNode input = each.get("input");
    double[][] rows = new double[input.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[input.get(i).size()];
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = input.get(i).get(j).asDouble();
      }
    }
    Geometry geometry = new Geometry(rows.length, parameters.get("f").asInt(), rows[0].length);
    Distance distance =
        parameters.get("squared").asBoolean() ? Distance.SQUARED : Distance.EUCLIDEAN;
    double[] scores =
        new KrumScore(geometry, oneOf(parameters.get("neighbours").asText()), distance)
            .of(new PlainPoints(rows));
    for (int i = 0; i < scores.length; i++) {
      assertThat(scores[i])
          .as("vector %d", i)
          .isCloseTo(
              each.get("expected").get(i).asDouble(), within(each.get("tolerance").asDouble()));
    }
  }
}
