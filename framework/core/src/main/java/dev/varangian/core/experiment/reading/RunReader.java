package dev.varangian.core.experiment.reading;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.parameter.DeclaredParameter;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.FaultAssignment;
import dev.varangian.core.experiment.Key;
import dev.varangian.core.experiment.ParsedRun;
import dev.varangian.core.experiment.RunSpec;
import dev.varangian.core.experiment.yaml.Node;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.experiment.yaml.Problems;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.training.Model;
import dev.varangian.spi.training.StepSizeSchedule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads one run from an experiment in which each swept key has a single value. */
final class RunReader {
  private static final String DEFAULT_PARTITION = "iid";

  private final Node.Mapping root;
  private final Set<Key> excused;
  private final Problems problems;
  private final ComponentReader components;

  /**
   * @param root without empty values at its keys
   * @param excused missing keys that were already reported
   */
  RunReader(Node.Mapping root, Set<Key> excused, Catalogue catalogue, Problems problems) {
    this.root = root;
    this.excused = excused;
    this.problems = problems;
    this.components = new ComponentReader(catalogue, problems);
  }

  /** Returns the run; empty, with problems added, if something is invalid. */
  Optional<ParsedRun> read() {
    int before = problems.added();
    Optional<Object> seed = number(Key.SEED);
    Optional<Choice<Model>> model = component(Key.MODEL, Model.class);
    Optional<Choice<Dataset>> dataset = component(Key.DATASET, Dataset.class);
    OptionalInt agents = whole(Key.AGENTS);
    OptionalInt batchSize = whole(Key.BATCH_SIZE);
    OptionalInt rounds = whole(Key.ROUNDS);
    Optional<Choice<StepSizeSchedule>> stepSize = component(Key.STEP_SIZE, StepSizeSchedule.class);
    Optional<Object> averaging = number(Key.AVERAGING);
    List<Choice<PreAggregator>> preAggregators =
        components.list(Key.PRE_AGGREGATORS, PreAggregator.class, root);
    Optional<Choice<GradientFilter>> filter = component(Key.FILTER, GradientFilter.class);
    Optional<Choice<Partition>> partition = partition();
    OptionalInt evaluateEvery = whole(Key.EVALUATE_EVERY);

    boolean byFaults = value(Key.FAULTS).isPresent();
    Optional<Choice<Fault>> fault = byFaults ? Optional.empty() : fault();
    List<FaultAssignment> faults = byFaults ? list(agents, rounds) : first(fault, agents, rounds);
    OptionalInt tolerance = tolerance(faults, agents);
    if (problems.added() > before || !excused.isEmpty()) {
      return Optional.empty();
    }
    RunSpec spec =
        new RunSpec(
            (long) seed.orElseThrow(),
            model.orElseThrow(),
            dataset.orElseThrow(),
            agents.orElseThrow(),
            faults,
            tolerance.orElseThrow(),
            batchSize.orElseThrow(),
            rounds.orElseThrow(),
            stepSize.orElseThrow(),
            (double) averaging.orElseThrow(),
            preAggregators,
            filter.orElseThrow(),
            partition.orElseThrow(),
            evaluateEvery.orElseThrow());
    return Optional.of(new ParsedRun(spec, fault, byFaults));
  }

  private Optional<Node> value(Key key) {
    return root.value(key.label());
  }

  private Optional<Node> required(Key key, String expected) {
    Optional<Node> value = value(key);
    if (value.isEmpty() && !excused.contains(key)) {
      problems.add(absent(key), "required: expected " + expected);
    }
    return value;
  }

  private Origin absent(Key key) {
    return new Origin(root.origin().file(), root.origin().line(), key.label());
  }

  private <T> Optional<Choice<T>> component(Key key, Class<T> type) {
    return required(key, "the name of a " + key.kind().orElseThrow())
        .flatMap(node -> components.read(key.kind().orElseThrow(), type, node));
  }

  private Optional<Choice<Partition>> partition() {
    Node node =
        value(Key.PARTITION)
            .orElse(new Node.Scalar(absent(Key.PARTITION), DEFAULT_PARTITION, false));
    return components.read(Key.PARTITION.kind().orElseThrow(), Partition.class, node);
  }

  private Optional<Object> number(Key key) {
    DeclaredParameter declaration = Numbers.declaration(key);
    if (declaration.isRequired()) {
      return required(key, declaration.expected())
          .flatMap(node -> ComponentReader.value(declaration, node, problems));
    }
    return value(key)
        .map(node -> ComponentReader.value(declaration, node, problems))
        .orElseGet(() -> declaration.defaultValue().map(declaration::value));
  }

  private OptionalInt whole(Key key) {
    return number(key).map(number -> OptionalInt.of((int) number)).orElse(OptionalInt.empty());
  }

  private Optional<Choice<Fault>> fault() {
    return value(Key.FAULT)
        .flatMap(node -> components.read(Key.FAULT.kind().orElseThrow(), Fault.class, node));
  }

  private List<FaultAssignment> list(OptionalInt agents, OptionalInt rounds) {
    for (Key other : List.of(Key.FAULTY, Key.FAULT)) {
      root.entry(other.label())
          .ifPresent(
              entry ->
                  problems.add(
                      entry.key(), "faults already lists the faulty agents; use one or the other"));
    }
    return new FaultsReader(components, problems)
        .list(value(Key.FAULTS).orElseThrow(), agents, rounds);
  }

  private List<FaultAssignment> first(
      Optional<Choice<Fault>> fault, OptionalInt agents, OptionalInt rounds) {
    OptionalInt faulty = whole(Key.FAULTY);
    if (faulty.isEmpty() || faulty.getAsInt() == 0) {
      if (fault.isPresent() && value(Key.FAULTY).isEmpty() && !excused.contains(Key.FAULTY)) {
        Origin origin = value(Key.FAULT).orElseThrow().origin();
        problems.add(
            new Origin(origin.file(), origin.line(), Key.FAULTY.label()),
            "required: the number of faulty agents (0 for none)");
      }
      return List.of();
    }
    checkBelowAgents(Key.FAULTY, faulty.getAsInt(), agents);
    if (value(Key.FAULT).isEmpty() && !excused.contains(Key.FAULT)) {
      Origin origin = root.entry(Key.FAULTY.label()).orElseThrow().key();
      problems.add(
          new Origin(origin.file(), origin.line(), Key.FAULT.label()),
          "required: the name of a fault, because there are faulty agents");
    }
    return fault
        .map(choice -> FaultAssignment.first(faulty.getAsInt(), choice, rounds.orElse(1)))
        .orElse(List.of());
  }

  private OptionalInt tolerance(List<FaultAssignment> faults, OptionalInt agents) {
    if (value(Key.TOLERANCE).isEmpty()) {
      return OptionalInt.of(
          (int) faults.stream().flatMap(each -> each.agents().stream()).distinct().count());
    }
    OptionalInt tolerance = whole(Key.TOLERANCE);
    tolerance.ifPresent(f -> checkBelowAgents(Key.TOLERANCE, f, agents));
    return tolerance;
  }

  private void checkBelowAgents(Key key, int number, OptionalInt agents) {
    if (agents.isPresent() && number >= agents.getAsInt()) {
      problems.add(
          value(key).orElseThrow().origin(),
          "expected fewer than agents (" + agents.getAsInt() + "), not " + number);
    }
  }
}
