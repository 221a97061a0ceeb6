package dev.varangian.core.simulation;

import dev.varangian.core.component.Calls;
import dev.varangian.core.component.ComponentException;
import dev.varangian.core.component.InvalidOutputException;
import dev.varangian.core.wiring.ComponentMetric;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.spi.run.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the metrics of a run's components after each round. */
final class ComponentMetrics {
  private final List<ComponentMetric> metrics;
  private final Calls calls;
  private final Evaluation evaluation;

  /**
   * The metrics of a run.
   *
   * @param evaluation measures success rates
   */
  ComponentMetrics(PreparedRun run, Evaluation evaluation) {
    this.metrics = run.metrics();
    this.calls = run.calls();
    this.evaluation = evaluation;
  }

  /** All metrics without a value. */
  Map<String, Double> none() {
    Map<String, Double> values = new LinkedHashMap<>();
    metrics.forEach(each -> values.put(each.column(), Double.NaN));
    return values;
  }

  /**
   * The values after a round, by column; NaN for no value.
   *
   * @param measured whether the model was evaluated in this round
   * @throws ComponentException if a component fails, or a value is infinite
   */
  Map<String, Double> read(int round, boolean measured) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (ComponentMetric each : metrics) {
      values.put(each.column(), value(each, round, measured));
    }
    return values;
  }

  private double value(ComponentMetric each, int round, boolean measured) {
    if (each.metric() instanceof Metric.Value value) {
      return calls.call(each.choice(), round, Calls.NO_AGENT, () -> finite(value));
    }
    if (each.metric() instanceof Metric.SuccessRate rate) {
      return measured ? evaluation.successRate(each.choice(), rate.trigger()) : Double.NaN;
    }
    throw new IllegalStateException(each.metric().getClass() + " is not a kind of metric");
  }

  private static double finite(Metric.Value metric) {
    double value = metric.value().getAsDouble();
    if (Double.isInfinite(value)) {
      throw new InvalidOutputException(
          "its metric "
              + metric.name()
              + " is "
              + value
              + ", expected a finite number, or NaN for none");
    }
    return value;
  }
}
