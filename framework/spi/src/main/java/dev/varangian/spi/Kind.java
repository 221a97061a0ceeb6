package dev.varangian.spi;

import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.run.Engine;
import dev.varangian.spi.run.Sink;
import dev.varangian.spi.training.Model;
import dev.varangian.spi.training.StepSizeSchedule;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of component. Adding a kind takes an interface and one entry here. */
public enum Kind {
  FILTER("filter", GradientFilter.class),
  PRE_AGGREGATOR("pre-aggregator", PreAggregator.class),
  FAULT("fault", Fault.class),
  DATASET("dataset", Dataset.class),
  PARTITION("partition", Partition.class),
  MODEL("model", Model.class),
  SCHEDULE("schedule", StepSizeSchedule.class),
  SINK("sink", Sink.class),
  ENGINE("engine", Engine.class);

  private final String label;
  private final Class<?> type;

  Kind(String label, Class<?> type) {
    this.label = label;
    this.type = type;
  }

  /** The word for one component of this kind, for instance {@code filter}. */
  public String label() {
    return label;
  }

  /** The plural of the label. */
  public String plural() {
    return label + "s";
  }

  /** The interface that components of this kind implement. */
  public Class<?> type() {
    return type;
  }

  /** The kind with this name, in the singular or plural. */
  public static Optional<Kind> of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.label.equals(word) || kind.plural().equals(word))
        .findFirst();
  }

  @Override
  public String toString() {
    return label;
  }
}
