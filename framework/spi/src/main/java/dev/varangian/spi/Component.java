package dev.varangian.spi;

import dev.varangian.spi.context.Param;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.training.Model;
import dev.varangian.spi.training.StepSizeSchedule;
import java.util.regex.Pattern;

/**
 * The declaration of a component: what there is, by kind and name, and what a reader of {@code
 * varangian describe} needs to know of it.
 *
 * @param kind what it is
 * @param name how experiments call it, in kebab-case
 * @param type the class; its {@code @Inject} constructor is called once for each run
 * @param parameters the record that its constructor takes and the experiment file fills, each of
 *     its components annotated with {@link Param}, or such a record itself; {@link NoParameters} if
 *     there are none
 * @param summary one line on what it does, without a full stop
 * @param source the paper and equation it comes from; empty if there is none
 * @param shorthand the parameter that a bare value stands for, as in {@code step-size: 0.1}; empty
 *     if a bare value is no way to write this component. One component of a kind may have one.
 */
public record Component<T>(
    Kind kind,
    String name,
    Class<? extends T> type,
    Class<? extends Record> parameters,
    String summary,
    String source,
    String shorthand) {
  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** The parameters of a component that has none. */
  public record NoParameters() {}

  /**
   * @throws IllegalArgumentException if the name is not in kebab-case
   */
  public Component {
    if (!KEBAB.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name \"" + name + "\" of a " + kind + " is not in kebab-case, as in my-" + kind);
    }
  }

  /**
   * A component of any kind.
   *
   * @param type implements what components of the kind implement
   */
  public static <T> Component<T> of(Kind kind, String name, Class<? extends T> type) {
    return new Component<>(kind, name, type, NoParameters.class, "", "", "");
  }

  /** A gradient filter. */
  public static Component<GradientFilter> filter(
      String name, Class<? extends GradientFilter> type) {
    return of(Kind.FILTER, name, type);
  }

  /** A pre-aggregator. */
  public static Component<PreAggregator> preAggregator(
      String name, Class<? extends PreAggregator> type) {
    return of(Kind.PRE_AGGREGATOR, name, type);
  }

  /** A fault. */
  public static Component<Fault> fault(String name, Class<? extends Fault> type) {
    return of(Kind.FAULT, name, type);
  }

  /** A data set. */
  public static Component<Dataset> dataset(String name, Class<? extends Dataset> type) {
    return of(Kind.DATASET, name, type);
  }

  /** A partition of the training set among the agents. */
  public static Component<Partition> partition(String name, Class<? extends Partition> type) {
    return of(Kind.PARTITION, name, type);
  }

  /** A model. */
  public static Component<Model> model(String name, Class<? extends Model> type) {
    return of(Kind.MODEL, name, type);
  }

  /** A step-size schedule. */
  public static Component<StepSizeSchedule> schedule(
      String name, Class<? extends StepSizeSchedule> type) {
    return of(Kind.SCHEDULE, name, type);
  }

  /** This declaration with a summary. */
  public Component<T> summary(String summary) {
    return new Component<>(kind, name, type, parameters, summary, source, shorthand);
  }

  /** This declaration with the paper and equation that the component comes from. */
  public Component<T> source(String source) {
    return new Component<>(kind, name, type, parameters, summary, source, shorthand);
  }

  /** This declaration with a parameter record. */
  public Component<T> parameters(Class<? extends Record> parameters) {
    return new Component<>(kind, name, type, parameters, summary, source, shorthand);
  }

  /** This declaration with the parameter that a bare value stands for. */
  public Component<T> shorthand(String shorthand) {
    return new Component<>(kind, name, type, parameters, summary, source, shorthand);
  }
}
