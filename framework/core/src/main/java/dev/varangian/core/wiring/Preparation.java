package dev.varangian.core.wiring;

import dev.varangian.core.aggregation.ActivePreAggregator;
import dev.varangian.core.component.Calls;
import dev.varangian.core.component.ComponentException;
import dev.varangian.core.component.InvalidOutputException;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.FaultAssignment;
import dev.varangian.core.experiment.RunSpec;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.experiment.yaml.Problem;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.filter.CoordinateFilter;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.training.Model;
import dev.varangian.spi.training.StepSizeSchedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the components of runs and checks what only they can tell: that they can be made, and that
 * n and f fit them. Data sets are opened once and shared by the runs of a grid.
 */
public final class Preparation {
  private final DataDirectory data;
  private final Map<DatasetKey, Dataset> datasets = new HashMap<>();
  private final Calls calls = new Calls();

  private record DatasetKey(String name, Record parameters) {}

  /** The components of a run can't be made or don't fit: what the user has to mend. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param data where data sets lie
   */
  public Preparation(DataDirectory data) {
    this.data = data;
  }

  /** The calls into the code of components, of the runs that were prepared here too. */
  public Calls calls() {
    return calls;
  }

  /**
   * Makes the components of {@code spec}.
   *
   * @param problems told what is wrong, all of it
   * @return null if something is
   * @throws ComponentException if the code of a component fails
   */
  public @Nullable PreparedRun prepare(RunSpec spec, Consumer<Problem> problems) {
    try {
      return prepareOrThrow(spec, problems);
    } catch (Refused e) {
      return null;
    }
  }

  private PreparedRun prepareOrThrow(RunSpec spec, Consumer<Problem> problems) {
    Wiring wiring = new Wiring(data, spec.seed());
    Dataset dataset = attempt(spec.dataset(), problems, () -> open(wiring, spec.dataset()));
    Model model = attempt(spec.model(), problems, () -> wiring.make(spec.model()));
    String toData = " the data set " + spec.dataset().component().name();
    TracedModel onSamples =
        attempt(spec.model(), toData, problems, () -> traced(model, dataset, 1));
    TracedModel onBatches =
        attempt(spec.model(), toData, problems, () -> trainable(model, dataset, spec.batchSize()));
    int dimension = onBatches.dimension();
    checkMemory(spec, dimension, problems);

    List<Problem> found = new ArrayList<>();
    Geometry told = new Geometry(spec.agents(), spec.tolerance(), dimension);
    Geometry real = new Geometry(spec.agents(), spec.faultyAgents().size(), dimension);
    List<ActivePreAggregator> preAggregators = new ArrayList<>();
    Geometry mixed = told;
    for (Choice<PreAggregator> choice : spec.preAggregators()) {
      ActivePreAggregator made = preAggregator(wiring, choice, mixed, problems);
      preAggregators.add(made);
      int left = ActivePreAggregator.count(preAggregators, told.n(), calls);
      mixed = new Geometry(left, told.f(), dimension);
    }
    Geometry seen = mixed;
    GradientFilter filter =
        tryTo(
            spec.filter(),
            found,
            () -> {
              GradientFilter made = wiring.make(spec.filter(), seen);
              checkBound(
                  spec.filter(),
                  made.hardBound(),
                  seen,
                  ActivePreAggregator.behind(preAggregators),
                  found);
              checkSpan(spec.filter(), made, seen, found);
              return made;
            });
    List<ActiveFault> faults = new ArrayList<>();
    for (FaultAssignment assignment : spec.faults()) {
      Choice<Fault> choice = assignment.fault();
      Fault fault =
          tryTo(
              choice,
              found,
              () -> {
                Fault made = wiring.make(choice, real);
                checkBound(choice, made.hardBound(), real, "", found);
                checkData(choice, made, dataset, found);
                return made;
              });
      if (fault != null) {
        faults.add(
            new ActiveFault(
                fault,
                assignment.agents(),
                assignment.from(),
                assignment.until(),
                Optional.of(choice)));
      }
    }
    List<Partition.Part> parts =
        tryTo(
            spec.partition(),
            found,
            () ->
                checked(
                    wiring.make(spec.partition(), told).split(dataset.training(), spec.agents()),
                    spec.agents()));
    StepSizeSchedule stepSize =
        tryTo(spec.stepSize(), found, () -> wiring.make(spec.stepSize(), told));
    found.forEach(problems);
    if (!found.isEmpty() || filter == null || parts == null || stepSize == null) {
      throw new Refused();
    }
    return new PreparedRun(
        spec,
        dataset,
        onBatches,
        onSamples,
        List.copyOf(preAggregators),
        filter,
        List.copyOf(faults),
        parts,
        stepSize,
        wiring.memory(),
        calls);
  }

  /** Makes a rule for so many vectors. */
  private ActivePreAggregator preAggregator(
      Wiring wiring, Choice<PreAggregator> choice, Geometry sizes, Consumer<Problem> problems) {
    List<Problem> found = new ArrayList<>();
    PreAggregator made =
        tryTo(
            choice,
            found,
            () -> {
              PreAggregator rule = wiring.make(choice, sizes);
              checkBound(choice, rule.hardBound(), sizes, "", found);
              if (found.isEmpty() && rule.count() < 1) {
                throw new IllegalArgumentException("it gives " + rule.count() + " mixtures");
              }
              return rule;
            });
    found.forEach(problems);
    if (made == null || !found.isEmpty()) {
      throw new Refused();
    }
    return new ActivePreAggregator(made, choice);
  }

  /** Lays out a plan too, which finds parameters that play no part in the loss. */
  private static TracedModel traced(Model model, Dataset dataset, int samples) {
    TracedModel traced = TracedModel.of(model, dataset, samples);
    if (traced.dimension() == 0) {
      throw new IllegalArgumentException("it has no parameters");
    }
    traced.plan(1, false);
    return traced;
  }

  private static TracedModel trainable(Model model, Dataset dataset, int samples) {
    TracedModel traced = traced(model, dataset, samples);
    traced.requireTrainable();
    return traced;
  }

  private static List<Partition.Part> checked(List<Partition.Part> parts, int agents) {
    if (parts.size() != agents) {
      throw new IllegalArgumentException("it made " + parts.size() + " parts for n = " + agents);
    }
    for (int agent = 0; agent < agents; agent++) {
      if (parts.get(agent).size() < 1) {
        throw new IllegalArgumentException("agent " + (agent + 1) + " has no samples");
      }
    }
    return parts;
  }

  private Dataset open(Wiring wiring, Choice<Dataset> choice) {
    DatasetKey key = new DatasetKey(choice.component().name(), choice.parameters());
    Dataset open = datasets.get(key);
    if (open == null) {
      open = OpenDataset.of(wiring.make(choice));
      if (open.training().size() < 1 || open.test().size() < 1) {
        throw new IllegalArgumentException("it has no training or no test samples");
      }
      datasets.put(key, open);
    }
    return open;
  }

  private <T> T attempt(Choice<?> choice, Consumer<Problem> problems, Supplier<T> maker) {
    return attempt(choice, "", problems, maker);
  }

  /**
   * @param to what the component may not fit
   */
  private <T> T attempt(
      Choice<?> choice, String to, Consumer<Problem> problems, Supplier<T> maker) {
    List<Problem> found = new ArrayList<>();
    T made = tryTo(choice, to, found, maker);
    found.forEach(problems);
    if (made == null) {
      throw new Refused();
    }
    return made;
  }

  private <T> @Nullable T tryTo(Choice<?> choice, List<Problem> found, Supplier<T> maker) {
    return tryTo(choice, "", found, maker);
  }

  private <T> @Nullable T tryTo(
      Choice<?> choice, String to, List<Problem> found, Supplier<T> maker) {
    try {
      return calls.call(choice, Calls.NO_ROUND, Calls.NO_AGENT, maker);
    } catch (ConfigurationException e) {
      found.add(new Problem(at(choice, e.parameter()), message(e)));
    } catch (ComponentException e) {
      if (!(e.getCause() instanceof IllegalArgumentException reason)) {
        throw e;
      }
      found.add(
          new Problem(
              choice.origin(),
              "the "
                  + choice.component().kind()
                  + " "
                  + choice.component().name()
                  + " does not fit"
                  + to
                  + ": "
                  + message(reason)));
    }
    return null;
  }

  private static String message(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.toString() : message;
  }

  private static Origin at(Choice<?> choice, String parameter) {
    Origin origin = choice.origin();
    return parameter.isEmpty()
        ? origin
        : new Origin(origin.file(), origin.line(), origin.key() + "." + parameter);
  }

  private static void checkData(
      Choice<?> choice, Fault fault, Dataset dataset, List<Problem> found) {
    if (fault instanceof DataFault data && !data.accepts(dataset).met()) {
      found.add(
          new Problem(
              choice.origin(),
              choice.component().name() + " needs " + data.accepts(dataset).text()));
    }
  }

  private static void checkSpan(
      Choice<?> choice, GradientFilter filter, Geometry geometry, List<Problem> found) {
    if (filter instanceof CoordinateFilter rule
        && rule.hardBound().met()
        && rule.span().last() >= geometry.n()) {
      found.add(
          new Problem(
              choice.origin(),
              choice.component().name()
                  + " averages the values at places "
                  + rule.span().first()
                  + " to "
                  + rule.span().last()
                  + " of "
                  + geometry.n()));
    }
  }

  private static void checkBound(
      Choice<?> choice,
      @Nullable Condition bound,
      Geometry geometry,
      String place,
      List<Problem> found) {
    if (bound == null) { // by a stranger's code, which nobody checks
      throw new InvalidOutputException("its hard bound is null: expected a condition");
    }
    if (!bound.met()) {
      found.add(
          new Problem(
              choice.origin(),
              choice.component().name()
                  + " needs "
                  + bound.text()
                  + ", not n = "
                  + geometry.n()
                  + ", f = "
                  + geometry.f()
                  + place));
    }
  }

  /** Gradients, what faulty agents send, averages and mixtures are held all at once. */
  private static void checkMemory(RunSpec spec, int dimension, Consumer<Problem> problems) {
    int forAll = 1 + (spec.averaging() > 0 ? 1 : 0) + (spec.preAggregators().isEmpty() ? 0 : 1);
    long rows = (long) spec.agents() * forAll + spec.faultyAgents().size() + 8;
    double needed = 4.0 * rows * dimension;
    long limit = Runtime.getRuntime().maxMemory();
    if (needed > 0.9 * limit) {
      problems.accept(
          new Problem(
              spec.model().origin(),
              String.format(
                  Locale.ROOT,
                  "%d gradients of %d numbers take %.1f GiB, and this JVM may use %.1f GiB"
                      + " (VARANGIAN_OPTS=-Xmx… raises that)",
                  rows,
                  dimension,
                  needed / (1 << 30),
                  limit / (double) (1 << 30))));
      throw new Refused();
    }
  }
}
