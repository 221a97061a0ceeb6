package dev.varangian.cli.figure;

import dev.varangian.core.experiment.figure.Claim;
import dev.varangian.core.file.Csv;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The measures of a finished run that claims are about. */
public record Measures(double lateAccuracy, double lateLoss, double spikes) {

  /**
   * The measures of a run.
   *
   * @param metrics the content of {@code metrics.csv}
   * @throws IOException if it is damaged
   */
  static Measures of(String metrics) throws IOException {
    List<List<String>> lines = Csv.parse(metrics);
    List<Double> losses = column(lines, "train_loss");
    List<Double> accuracies = column(lines, "test_accuracy");
    int rounds = lines.size() - 1;
    List<Double> lateAccuracies = new ArrayList<>();
    for (int round = rounds - rounds / 4; round < rounds; round++) {
      if (!accuracies.get(round).isNaN()) {
        lateAccuracies.add(accuracies.get(round));
      }
    }
    return new Measures(
        mean(lateAccuracies),
        mean(losses.subList(rounds - rounds / 4, rounds)),
        spikes(losses.subList(rounds / 2, rounds)));
  }

  /** Empty cells are NaN. */
  private static List<Double> column(List<List<String>> lines, String name) {
    int at = lines.get(0).indexOf(name);
    return lines.stream()
        .skip(1)
        .map(line -> line.get(at).isEmpty() ? Double.NaN : Double.parseDouble(line.get(at)))
        .toList();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  private static double spikes(List<Double> losses) {
    double[] sorted = losses.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1])) {
      return Double.POSITIVE_INFINITY; // it diverged
    }
    return sorted[sorted.length - 1] - sorted[sorted.length / 2];
  }

  double of(Claim.Measure measure) {
    return switch (measure) {
      case LATE_ACCURACY -> lateAccuracy;
      case LATE_LOSS -> lateLoss;
      case SPIKES -> spikes;
    };
  }
}
