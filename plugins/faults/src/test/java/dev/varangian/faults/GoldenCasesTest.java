package dev.varangian.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.varangian.conformance.check.NaiveOutput;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Inputs and results that were computed independently of this code. */
class GoldenCasesTest {

  private static List<JsonNode> cases() throws IOException {
    try (InputStream file = GoldenCasesTest.class.getResourceAsStream("/golden/faults.json")) {
      List<JsonNode> cases = new ArrayList<>();
      new ObjectMapper().readTree(file).forEach(cases::add);
      return cases;
    }
  }

  @Test
  void no_case_is_left_out() throws IOException {
    assertThat(cases())
        .extracting(each -> each.get("operator").asText())
        .containsExactly(
            "gradient_reverse",
            "label_flip",
            "sign_flip_of_mean",
            "inf",
            "coordinate_wise_fault",
            "norm_confusing");
  }

  @TestFactory
  Stream<DynamicTest> the_result_is_the_expected_one() throws IOException {
    return cases().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.get("operator").asText() + ": " + each.get("source").asText(),
                    () -> check(each)));
  }

  private static void check(JsonNode each) {
    JsonNode parameters = each.get("parameters");
    switch (each.get("operator").asText()) {
      case "coordinate_wise_fault" -> {
        int f = parameters.get("f").asInt();
        int d = each.get("input").get(0).size();
        Geometry geometry = new Geometry(each.get("input").size() + f, f, d);
        checkSent(each, new CoordinateWise(geometry), new float[f][d]);
      }
      case "gradient_reverse" ->
          checkSent(
              each,
              new GradientReverse(
                  new GradientReverse.Parameters(parameters.get("scale").asDouble())),
              rows(parameters.get("own_gradients")));
      case "inf" -> checkInfinite(each);
      case "label_flip" -> checkLabelFlip(each);
      case "norm_confusing" -> {
        float[][] own = rows(parameters.get("own_gradients"));
        int f = parameters.get("f").asInt();
        Geometry geometry = new Geometry(each.get("input").size() + f, f, own[0].length);
        checkSent(each, new NormConfusing(geometry), own);
      }
      case "sign_flip_of_mean" ->
          checkSent(
              each,
              new SignFlip(new SignFlip.Parameters(SignFlip.Of.MEAN)),
              new float[1][each.get("input").get(0).size()]);
      default -> throw new AssertionError(each);
    }
  }

  /**
   * What the first agents send, who have the fault.
   *
   * @param own their own gradients
   */
  private static void checkSent(JsonNode each, Fault fault, float[][] own) {
    float[][] honest = rows(each.get("input"));
    float[][] gradients = Stream.concat(Stream.of(own), Stream.of(honest)).toArray(float[][]::new);
    Exchange.Received received = Exchange.of(fault, own.length, gradients, 1, 2);
    assertThat(received.missing()).isZero();
    JsonNode expected = each.get("expected");
    for (int i = 0; i < own.length; i++) {
      JsonNode row = expected.get(0).isArray() ? expected.get(i) : expected;
      for (int j = 0; j < own[i].length; j++) {
        double wanted = row.get(j).asDouble();
        double tolerance =
            Math.max(
                each.get("tolerance").asDouble(),
                1e-6 * (1 + largest(gradients) + Math.abs(wanted)));
        assertThat((double) received.vectors()[i][j]).isCloseTo(wanted, within(tolerance));
      }
    }
  }

  private static void checkInfinite(JsonNode each) {
    float[] written = new float[each.get("expected").size()];
    new Infinite().forge(new Blindfold(), new NaiveOutput(written));
    assertThat(written).containsExactly(row(each.get("expected")));
  }

  private static void checkLabelFlip(JsonNode each) {
    ArrayBatch batch =
        new ArrayBatch(each.get("parameters").get("classes").asInt(), row(each.get("input")));
    new LabelFlip().corrupt(batch, new AgentRound(1, 0));
    assertThat(batch.targets()).isEqualTo(row(each.get("expected")));
  }

  private static double largest(float[][] rows) {
    return Stream.of(rows)
        .mapToDouble(
            row -> {
              double largest = 0;
              for (float value : row) {
                largest = Math.max(largest, Math.abs(value));
              }
              return largest;
            })
        .max()
        .orElseThrow();
  }

  private static float[][] rows(JsonNode json) {
    float[][] rows = new float[json.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(json.get(i));
    }
    return rows;
  }

  private static float[] row(JsonNode json) {
    float[] row = new float[json.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = Float.parseFloat(json.get(i).asText());
    }
    return row;
  }
}
