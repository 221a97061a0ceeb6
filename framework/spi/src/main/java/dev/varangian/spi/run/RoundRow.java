package dev.varangian.spi.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was measured in a round. NaN stands for a value that was not measured or is undefined.
 *
 * @param round counted from 1
 * @param trainLoss the mean loss of the honest agents' batches at the weights before the update
 * @param testLoss the mean loss over the test set after the update
 * @param testAccuracy the share of test samples whose largest score, the first of equal ones, is
 *     that of the label
 * @param updateNorm the Euclidean norm of the filter's result
 * @param honestGradientNorm the mean of the Euclidean norms of the honest agents' gradients
 * @param faultyWeight the share of the filter's weight that faulty agents got
 * @param missing how many vectors did not arrive as d finite numbers, or not at all
 * @param metrics the metrics that components report, by column name such as {@code cge.radius}, in
 *     the order of the columns; the same columns in every round of a run
 */
public record RoundRow(
    int round,
    double trainLoss,
    double testLoss,
    double testAccuracy,
    double updateNorm,
    double honestGradientNorm,
    double faultyWeight,
    int missing,
    Map<String, Double> metrics) {

  /** Copies the map. */
  public RoundRow {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }
}
