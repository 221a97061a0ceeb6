package dev.varangian.core.record;

import dev.varangian.core.file.FloatText;
import dev.varangian.core.simulation.RunResult;
import dev.varangian.spi.run.RoundRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The summary of a run. NaN means undefined.
 *
 * @param parameters d, the number of parameters of the model
 * @param finalTestAccuracy of the last round
 * @param finalTestLoss of the last round
 * @param bestTestAccuracy the largest of all evaluated rounds
 * @param divergedAt the round in which the run diverged
 * @param resilienceCondition whether the filter's resilience condition is met
 * @param rounds the number of executed rounds
 * @param seconds their wall-clock time
 */
public record RunSummary(
    int parameters,
    double finalTestAccuracy,
    double finalTestLoss,
    double bestTestAccuracy,
    OptionalInt divergedAt,
    boolean resilienceCondition,
    int rounds,
    double seconds) {

  /** The columns of {@code summary.csv} that every run has; those of the swept keys come first. */
  public static final List<String> COLUMNS =
      List.of(
          "final_test_accuracy",
          "final_test_loss",
          "best_test_accuracy",
          "diverged_at",
          "resilience_condition",
          "rounds",
          "rounds_per_second",
          "seconds");

  /** Returns the summary of a finished run. */
  public static RunSummary of(RunResult result) {
    RoundRow last = result.last();
    return new RunSummary(
        result.parameters(),
        last.testAccuracy(),
        last.testLoss(),
        result.bestTestAccuracy(),
        result.divergedAt(),
        result.resilienceCondition(),
        last.round(),
        result.seconds());
  }

  /** Returns rounds per second of wall-clock time. */
  public double roundsPerSecond() {
    return rounds / seconds;
  }

  /** Returns the cells by the column names of {@link #COLUMNS}. */
  public Map<String, String> cells() {
    List<String> cells =
        List.of(
            FloatText.of(finalTestAccuracy),
            FloatText.of(finalTestLoss),
            FloatText.of(bestTestAccuracy),
            divergedAt.isPresent() ? Integer.toString(divergedAt.getAsInt()) : "",
            Boolean.toString(resilienceCondition),
            Integer.toString(rounds),
            FloatText.of(roundsPerSecond()),
            FloatText.of(seconds));
    Map<String, String> byColumn = new LinkedHashMap<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      byColumn.put(COLUMNS.get(i), cells.get(i));
    }
    return byColumn;
  }
}
