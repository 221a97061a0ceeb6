package dev.varangian.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.varangian.spi.filter.CoordinateFilter;
import dev.varangian.spi.filter.CoordinateRule.Nearest;
import dev.varangian.spi.filter.CoordinateRule.Span;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Published rules that are not built in, each in a few lines of the plugin API. */
class OtherRulesTest {
  /** What rounding to float costs. */
  private static final double FLOAT = 0x1p-23;

  /** v + (1/n) sum (x_i - v) min(1, tau / ||x_i - v||), L times from the previous output v. */
  private record CenteredClipping(double tau, int times) implements RowFilter {
    private static final dev.varangian.spi.filter.Reference PREVIOUS =
        dev.varangian.spi.filter.Reference.previousOutput();

    @Override
    public Needs needs() {
      return Needs.REFERENCE_DISTANCES;
    }

    @Override
    public List<dev.varangian.spi.filter.Reference> references() {
      return List.of(PREVIOUS);
    }

    @Override
    public double[] weights(Points points) {
      int n = points.count();
      double[][] sums = new double[n + 1][n + 1];
      for (int i = 0; i <= n; i++) {
        sums[i][i] = 1;
      }
      double[] centre = sums[points.indexOf(PREVIOUS)];
      for (int time = 0; time < times; time++) {
        double[][] squared = points.squaredDistancesOfSums(sums);
        double[] next = centre.clone();
        for (int i = 0; i < n; i++) {
          double factor = Math.min(1, tau / Math.sqrt(squared[i][n])) / n;
          next[i] += factor;
          for (int j = 0; j <= n; j++) {
            next[j] -= factor * centre[j];
          }
        }
        System.arraycopy(next, 0, centre, 0, n + 1);
      }
      return centre;
    }
  }

  private static GradientFilter filter(JsonNode each) {
    int n = each.get("input").size();
    int f = each.get("parameters").path("f").asInt();
    CoordinateFilter meamed = () -> new Nearest(n - f, Span.median(n));
    CoordinateFilter phocas = () -> new Nearest(n - f, Span.trimmed(n, f));
    return switch (each.get("operator").asText()) {
      case "meamed" -> meamed;
      case "phocas" -> phocas;
      default ->
          new CenteredClipping(
              each.get("parameters").get("tau").asDouble(),
              each.get("parameters").get("L").asInt());
    };
  }

  @TestFactory
  Stream<DynamicTest> gives_the_golden_result() throws IOException {
    try (InputStream file = OtherRulesTest.class.getResourceAsStream("/golden/rules.json")) {
      JsonNode cases = new ObjectMapper().readTree(file);
      assertThat(cases).hasSize(10);
      return StreamSupport.stream(cases.spliterator(), false)
          .map(
              each ->
                  DynamicTest.dynamicTest(
                      each.get("operator").asText() + " " + each.get("parameters"),
                      () -> requireGolden(each)));
    }
  }

  private static void requireGolden(JsonNode each) {
    float[][] rows =
        StreamSupport.stream(each.get("input").spliterator(), false)
            .map(OtherRulesTest::floats)
            .toArray(float[][]::new);
    float[] output = Server.apply(filter(each), rows).output();
    float[] expected = floats(each.get("expected"));
    double largest = 1;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int j = 0; j < expected.length; j++) {
      assertThat(output[j])
          .as("coordinate %d of %s", j, Arrays.toString(output))
          .isCloseTo(
              expected[j],
              within((float) (largest * Math.max(FLOAT, each.get("tolerance").asDouble()))));
    }
  }

  private static float[] floats(JsonNode row) {
    float[] values = new float[row.size()];
    for (int j = 0; j < values.length; j++) {
      values[j] = (float) row.get(j).asDouble();
    }
    return values;
  }
}
