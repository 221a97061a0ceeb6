package dev.varangian.spi.run;

import dev.varangian.spi.data.Batch;
import java.util.function.DoubleSupplier;

/**
 * A number that a filter, a pre-aggregator or a fault reports about a run, in addition to what the
 * framework measures. It becomes the column {@code <component>.<name>} of {@code metrics.csv} and,
 * with its value in the last round, of {@code summary.csv}, and a curve of the report.
 *
 * <p>Like everything else in the results, metrics have the same bits in every execution of a run,
 * also in one that was stopped and resumed: they depend on the round and on what the component
 * keeps in its memory alone. Reading them changes nothing.
 */
public sealed interface Metric {

  /** In snake_case and unique among the component's metrics, for instance {@code success_rate}. */
  String name();

  /** What it measures, in one line, with its unit or range. */
  String summary();

  /**
   * A number that the component knows after each round.
   *
   * @param value read once after each round; NaN where there is none, which gives an empty cell
   */
  record Value(String name, String summary, DoubleSupplier value) implements Metric {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is not in snake_case
     */
    public Value {
      MetricName.check(name);
    }
  }

  /**
   * How often the model gives the classes that a fault aims at: the share of those test samples
   * that count, as transformed, whose class according to the model is their target. It is measured
   * in the rounds in which the model is evaluated; elsewhere, where no sample counts, and where the
   * data set has no classes, the cell is empty.
   *
   * @param trigger transforms the test samples
   */
  record SuccessRate(String name, String summary, Trigger trigger) implements Metric {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is not in snake_case
     */
    public SuccessRate {
      MetricName.check(name);
    }
  }

  /** Transforms test samples. Several threads call it at a time, so that it keeps no state. */
  @FunctionalInterface
  interface Trigger {

    /**
     * Changes the input of one sample and sets its target to the class that the fault aims at.
     *
     * @param batch some of the test samples; valid during this call
     * @param sample which one of them, counted from 0
     * @return whether the sample counts; a backdoor leaves out those that are of its class anyway
     */
    boolean transform(Batch batch, int sample);
  }
}
