package dev.varangian.spi.run;

import dev.varangian.spi.data.Batch;
import java.util.function.DoubleSupplier;

/**
 * A number that a filter, a pre-aggregator or a fault reports about a run, in addition to what the
 * framework measures. It becomes the column {@code <component>.<name>} of {@code metrics.csv} and,
 * with its value in the last round, of {@code summary.csv}, and a curve of the report.
 *
 * <p>Like all results, metrics are bitwise identical in every execution of a run, even if it was
 * stopped and resumed: they depend only on the round and on what the component keeps in its memory.
 * Reading a metric has no side effects.
 */
public sealed interface Metric {

  /** In snake_case and unique among the component's metrics, for instance {@code success_rate}. */
  String name();

  /** What it measures, in one line, with its unit or range. */
  String summary();

  /**
   * A number that the component knows after each round.
   *
   * @param value read once after each round; NaN for no value, which gives an empty cell
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
   * How often the model predicts the classes that a fault aims at: among the transformed test
   * samples that count, the share that the model assigns to their target class. It is measured in
   * the rounds in which the model is evaluated. The cell is empty in other rounds, if no sample
   * counts, or if the data set has no classes.
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

  /**
   * Transforms test samples. It is called by several threads at the same time, so it must be
   * stateless.
   */
  @FunctionalInterface
  interface Trigger {

    /**
     * Changes the input of one sample and sets its target to the class that the fault aims at.
     *
     * @param batch some of the test samples; valid during this call
     * @param sample the index of the sample in the batch, counted from 0
     * @return whether the sample counts; a backdoor leaves out samples that already belong to its
     *     class
     */
    boolean transform(Batch batch, int sample);
  }
}
