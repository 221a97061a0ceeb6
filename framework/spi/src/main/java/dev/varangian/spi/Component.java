package dev.varangian.spi;

import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.training.Model;
import dev.varangian.spi.training.StepSizeSchedule;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The declaration of a component: its kind and name, the class that implements it, its parameters,
 * and the documentation that {@code varangian describe} prints.
 *
 * @param kind the kind of component
 * @param name the name that experiment files use, in kebab-case
 * @param type the class; its {@code @Inject} constructor is called once for each run
 * @param parameters the parameter record, found from the constructor that takes it. Its values come
 *     from the experiment file. Each of its components is annotated with {@link Param} or is itself
 *     such a record. {@link NoParameters} if there are no parameters.
 * @param shorthand the parameter that a bare value stands for, as in {@code step-size: 0.1}; empty
 *     if this component cannot be written as a bare value. At most one component of a kind may have
 *     a shorthand.
 * @param documentation what {@code varangian describe} prints
 */
public record Component<T>(
    Kind kind,
    String name,
    Class<? extends T> type,
    Class<? extends Record> parameters,
    String shorthand,
    Documentation documentation) {
  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** The parameter record of a component without parameters. */
  public record NoParameters() {}

  /**
   * What a component does and where it comes from. Each text may be empty.
   *
   * @param summary one line on what it does, without a full stop
   * @param source the paper and equation it comes from
   * @param formula the component's rule as a formula
   * @param cost how the time grows with the number n of agents and the length d of a vector
   * @param variants how published implementations differ, and which parameters select their
   *     behaviour
   * @param example a worked example, which the conformance kit runs
   */
  public record Documentation(
      String summary,
      String source,
      String formula,
      String cost,
      String variants,
      Optional<Example> example) {
    private static final Documentation NONE =
        new Documentation("", "", "", "", "", Optional.empty());
  }

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
   * @param type the class, which implements the kind's interface
   */
  public static <T> Component<T> of(Kind kind, String name, Class<? extends T> type) {
    return new Component<>(kind, name, type, parametersOf(type), "", Documentation.NONE);
  }

  /**
   * The record that the {@code @Inject} constructor takes, other than the framework's own records.
   */
  private static Class<? extends Record> parametersOf(Class<?> type) {
    try {
      return Arrays.stream(type.getDeclaredConstructors())
          .filter(constructor -> constructor.isAnnotationPresent(Inject.class))
          .flatMap(constructor -> Arrays.stream(constructor.getParameterTypes()))
          .filter(each -> each.isRecord() && each != Geometry.class && each != DataDirectory.class)
          .findFirst()
          .<Class<? extends Record>>map(each -> each.asSubclass(Record.class))
          .orElse(NoParameters.class);
    } catch (LinkageError e) {
      return NoParameters.class; // the catalogue finds the same error and names the component
    }
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

  /** One line on what it does, without a full stop. */
  public String summary() {
    return documentation.summary;
  }

  /** The paper and equation it comes from; empty if there is none. */
  public String source() {
    return documentation.source;
  }

  /** This declaration with a summary: one line, without a full stop. */
  public Component<T> summary(String summary) {
    Documentation old = documentation;
    return documented(
        new Documentation(summary, old.source, old.formula, old.cost, old.variants, old.example));
  }

  /** This declaration with the paper and equation that the component comes from. */
  public Component<T> source(String source) {
    Documentation old = documentation;
    return documented(
        new Documentation(old.summary, source, old.formula, old.cost, old.variants, old.example));
  }

  /** This declaration with the component's rule as a formula. */
  public Component<T> formula(String formula) {
    Documentation old = documentation;
    return documented(
        new Documentation(old.summary, old.source, formula, old.cost, old.variants, old.example));
  }

  /** This declaration with the time that the component takes, for instance {@code O(nd)}. */
  public Component<T> cost(String cost) {
    Documentation old = documentation;
    return documented(
        new Documentation(old.summary, old.source, old.formula, cost, old.variants, old.example));
  }

  /**
   * This declaration with the differences between published implementations, and the parameters
   * that select their behaviour.
   */
  public Component<T> variants(String variants) {
    Documentation old = documentation;
    return documented(
        new Documentation(old.summary, old.source, old.formula, old.cost, variants, old.example));
  }

  /**
   * This declaration with a worked example of a filter, a pre-aggregator or a fault.
   *
   * @param text as {@link Example#of} reads it
   * @param working how the output follows from the input, in a sentence without a full stop
   */
  public Component<T> example(String text, String working) {
    Documentation old = documentation;
    return documented(
        new Documentation(
            old.summary,
            old.source,
            old.formula,
            old.cost,
            old.variants,
            Optional.of(Example.of(text, working))));
  }

  private Component<T> documented(Documentation documentation) {
    return new Component<>(kind, name, type, parameters, shorthand, documentation);
  }

  /** This declaration with the parameter that a bare value stands for. */
  public Component<T> shorthand(String shorthand) {
    return new Component<>(kind, name, type, parameters, shorthand, documentation);
  }
}
