package dev.varangian.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Inputs and results that were computed apart from this code. */
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
        .containsExactly("gradient_reverse", "label_flip");
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
    switch (each.get("operator").asText()) {
      case "gradient_reverse" -> checkGradientReverse(each);
      case "label_flip" -> checkLabelFlip(each);
      default -> throw new AssertionError(each);
    }
  }

  private static void checkGradientReverse(JsonNode each) {
    JsonNode parameters = each.get("parameters");
    float[][] own = rows(parameters.get("own_gradients"));
    float[][] honest = rows(each.get("input"));
    float[][] gradients = Stream.concat(Stream.of(own), Stream.of(honest)).toArray(float[][]::new);
    GradientReverse fault =
        new GradientReverse(new GradientReverse.Parameters(parameters.get("scale").asDouble()));
    float[][] received = Exchange.of(fault, own.length, gradients, 1, 2).vectors();

    JsonNode expected = each.get("expected");
    assertThat(expected).hasSize(own.length);
    for (int i = 0; i < own.length; i++) {
      for (int j = 0; j < own[i].length; j++) {
        double wanted = expected.get(i).get(j).asDouble();
        double tolerance =
            Math.max(
                each.get("tolerance").asDouble(), 1e-6 * (1 + greatest(own) + Math.abs(wanted)));
        assertThat((double) received[i][j]).isCloseTo(wanted, within(tolerance));
      }
    }
  }

  private static void checkLabelFlip(JsonNode each) {
    ArrayBatch batch =
        new ArrayBatch(each.get("parameters").get("classes").asInt(), row(each.get("input")));
    new LabelFlip().corrupt(batch, 1, 0);
    assertThat(batch.targets()).isEqualTo(row(each.get("expected")));
  }

  private static double greatest(float[][] rows) {
    return Stream.of(rows)
        .mapToDouble(
            row -> {
              double greatest = 0;
              for (float value : row) {
                greatest = Math.max(greatest, Math.abs(value));
              }
              return greatest;
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
