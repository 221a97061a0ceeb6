package dev.varangian.core.simulation;

import dev.varangian.spi.run.AgentRow;
import dev.varangian.spi.run.RoundRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records the rounds of a run. */
final class RoundRecords {
  private final Recorder recorder;
  private final Set<Integer> faulty;
  private @Nullable RoundRow last;
  private double bestTestAccuracy = Double.NaN;

  /**
   * Creates an empty record.
   *
   * @param faulty the faulty agents, counted from 0
   */
  RoundRecords(Recorder recorder, Set<Integer> faulty) {
    this.recorder = recorder;
    this.faulty = faulty;
  }

  /**
   * What the server received and how it combined it.
   *
   * @param squaredNorms the squared norms of the received vectors, by agent
   * @param missing how many vectors were missing
   * @param updateNorm the Euclidean norm of the filter's result; NaN without one
   * @param shares each agent's share in it; null if unknown
   */
  record Aggregate(
      double[] squaredNorms, int missing, double updateNorm, double @Nullable [] shares) {

    /** Nothing was received from the faulty agents, and the filter was not applied. */
    static Aggregate none(double[] squaredNorms, Set<Integer> faulty) {
      double[] norms = squaredNorms.clone();
      faulty.forEach(agent -> norms[agent] = Double.NaN);
      return new Aggregate(norms, 0, Double.NaN, null);
    }
  }

  /** Records a round. */
  void add(
      int round,
      HonestMeans honest,
      Aggregate aggregate,
      Evaluation.Measured measured,
      Map<String, Double> metrics,
      TimingRow timing) {
    RoundRow row =
        new RoundRow(
            round,
            honest.loss(),
            measured.loss(),
            measured.accuracy(),
            aggregate.updateNorm(),
            honest.norm(),
            faultyShare(aggregate.shares()),
            aggregate.missing(),
            metrics);
    last = row;
    if (Double.isNaN(bestTestAccuracy) || row.testAccuracy() > bestTestAccuracy) {
      bestTestAccuracy = row.testAccuracy();
    }
    recorder.round(row, agents(round, aggregate), timing);
  }

  private List<AgentRow> agents(int round, Aggregate aggregate) {
    List<AgentRow> rows = new ArrayList<>();
    double[] shares = aggregate.shares();
    for (int agent = 0; agent < aggregate.squaredNorms().length; agent++) {
      double norm = Math.sqrt(aggregate.squaredNorms()[agent]);
      double share = shares == null ? Double.NaN : shares[agent];
      rows.add(new AgentRow(round, agent, faulty.contains(agent), norm, share));
    }
    return rows;
  }

  private double faultyShare(double @Nullable [] shares) {
    if (shares == null) {
      return Double.NaN;
    }
    double sum = 0;
    for (int agent : faulty) {
      sum += shares[agent];
    }
    return sum;
  }

  /**
   * The row of the last round.
   *
   * @throws NullPointerException before the first round
   */
  RoundRow last() {
    return Objects.requireNonNull(last, "a run has at least one round");
  }

  /** The largest test accuracy so far; NaN if none was measured. */
  double bestTestAccuracy() {
    return bestTestAccuracy;
  }

  /** Continues a run. */
  void restore(double bestAccuracy) {
    bestTestAccuracy = bestAccuracy;
  }
}
