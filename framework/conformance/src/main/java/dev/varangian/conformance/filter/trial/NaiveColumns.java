package dev.varangian.conformance.filter.trial;

import dev.varangian.spi.filter.CoordinateRule;
import dev.varangian.spi.filter.CoordinateRule.Nearest;
import dev.varangian.spi.filter.CoordinateRule.Span;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Applies a coordinate rule by its definition. */
final class NaiveColumns {
  private NaiveColumns() {}

  static float[] means(CoordinateRule rule, float[][] rows) {
    float[] output = new float[rows[0].length];
    for (int j = 0; j < output.length; j++) {
      int coordinate = j;
      double[] values = Arrays.stream(rows).mapToDouble(row -> row[coordinate]).toArray();
      output[j] = (float) mean(rule, values);
    }
    return output;
  }

  private static double mean(CoordinateRule rule, double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    if (rule instanceof Span span) {
      return mean(sorted, span);
    }
    Nearest nearest = (Nearest) rule;
    double centre = mean(sorted, nearest.centre());
    double[] chosen =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> Math.abs(values[i] - centre)))
            .limit(nearest.count())
            .mapToDouble(i -> values[i])
            .sorted()
            .toArray();
    return mean(chosen, new Span(0, chosen.length - 1));
  }

  private static double mean(double[] sorted, Span span) {
    double sum = 0;
    for (int place = span.first(); place <= span.last(); place++) {
      sum += sorted[place];
    }
    return sum / (span.last() - span.first() + 1);
  }
}
