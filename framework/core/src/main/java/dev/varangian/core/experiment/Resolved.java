package dev.varangian.core.experiment;

import dev.varangian.core.catalogue.parameter.DeclaredParameter;
import dev.varangian.core.catalogue.parameter.Numerals;
import dev.varangian.core.catalogue.parameter.ParameterType;
import dev.varangian.core.catalogue.parameter.Parameters;
import dev.varangian.core.experiment.yaml.Node;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.experiment.yaml.YamlWriter;
import dev.varangian.spi.fault.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run with every default filled in, key by key.
 *
 * <p>Two equal runs have the same canonical form, however they were written: {@code faulty} and
 * {@code fault} where the first agents have one fault from the first round to the last, {@code
 * faults} otherwise.
 */
public final class Resolved {
  private static final Origin NOWHERE = new Origin("", 0, "");

  private final Map<String, Node.Entry> entries = new LinkedHashMap<>();

  private Resolved() {}

  /** Returns the canonical form, without a name. */
  public static Node.Mapping canonical(RunSpec spec) {
    if (spec.faults().isEmpty()) {
      return of(spec, Optional.empty(), false);
    }
    FaultAssignment only = spec.faults().get(0);
    boolean byFaults =
        !spec.faults()
            .equals(FaultAssignment.first(only.agents().size(), only.fault(), spec.rounds()));
    return of(spec, byFaults ? Optional.empty() : Optional.of(only.fault()), byFaults);
  }

  /** Returns the form that keeps settings of the experiment which the run does not need. */
  public static Node.Mapping of(ParsedRun settled) {
    return of(settled.spec(), settled.fault(), settled.byFaults());
  }

  /** Returns a separate document named by the run's id. */
  public static String yaml(RunSpec spec) {
    Node.Mapping name = mapping(Map.of(Key.NAME.label(), word(RunId.of(spec))));
    return YamlWriter.document(name) + YamlWriter.document(canonical(spec));
  }

  private static Node.Mapping of(RunSpec spec, Optional<Choice<Fault>> fault, boolean byFaults) {
    Resolved resolved = new Resolved();
    resolved.put(Key.SEED, number(spec.seed()));
    resolved.put(Key.MODEL, component(spec.model()));
    resolved.put(Key.DATASET, component(spec.dataset()));
    resolved.put(Key.AGENTS, number(spec.agents()));
    if (byFaults) {
      resolved.put(Key.FAULTS, faults(spec.faults()));
    } else {
      resolved.put(Key.FAULTY, number(spec.faultyAgents().size()));
      fault.ifPresent(choice -> resolved.put(Key.FAULT, component(choice)));
    }
    resolved.put(Key.TOLERANCE, number(spec.tolerance()));
    resolved.put(Key.BATCH_SIZE, number(spec.batchSize()));
    resolved.put(Key.ROUNDS, number(spec.rounds()));
    resolved.put(Key.STEP_SIZE, component(spec.stepSize()));
    resolved.put(Key.AVERAGING, new Node.Scalar(NOWHERE, Numerals.text(spec.averaging()), false));
    resolved.put(
        Key.PRE_AGGREGATORS,
        sequence(spec.preAggregators().stream().map(Resolved::component).toList()));
    resolved.put(Key.FILTER, component(spec.filter()));
    resolved.put(Key.PARTITION, component(spec.partition()));
    resolved.put(Key.EVALUATE_EVERY, number(spec.evaluateEvery()));
    return new Node.Mapping(NOWHERE, resolved.entries);
  }

  /** A key with a list of components. */
  public static Node.Mapping list(Key key, List<? extends Choice<?>> choices) {
    return mapping(
        Map.of(key.label(), sequence(choices.stream().map(Resolved::component).toList())));
  }

  private void put(Key key, Node value) {
    entries.put(key.label(), new Node.Entry(NOWHERE, value));
  }

  private static Node number(long number) {
    return new Node.Scalar(NOWHERE, Long.toString(number), false);
  }

  public static Node word(String word) {
    return new Node.Scalar(NOWHERE, word, true);
  }

  public static Node sequence(List<Node> items) {
    return new Node.Sequence(NOWHERE, items);
  }

  public static Node.Mapping mapping(Map<String, Node> values) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    values.forEach((key, value) -> entries.put(key, new Node.Entry(NOWHERE, value)));
    return new Node.Mapping(NOWHERE, entries);
  }

  private static Node component(Choice<?> choice) {
    return mapping(named(choice, Map.of()));
  }

  private static Map<String, Node> named(Choice<?> choice, Map<String, Node> more) {
    Map<String, Node> values = new LinkedHashMap<>();
    values.put("name", word(choice.component().name()));
    values.putAll(more);
    Parameters parameters = Parameters.of(choice.component().parameters());
    Map<String, String> texts = parameters.texts(choice.parameters());
    for (DeclaredParameter parameter : parameters.list()) {
      boolean isWord =
          parameter.type() == ParameterType.STRING || parameter.type() == ParameterType.ENUM;
      String text = String.valueOf(texts.get(parameter.name()));
      values.put(parameter.name(), new Node.Scalar(NOWHERE, text, isWord));
    }
    return values;
  }

  private static Node faults(List<FaultAssignment> assignments) {
    return sequence(
        assignments.stream()
            .<Node>map(
                assignment -> {
                  Map<String, Node> who = new LinkedHashMap<>();
                  who.put(
                      "agents",
                      sequence(
                          assignment.agents().stream().map(agent -> number(agent + 1)).toList()));
                  who.put("from", number(assignment.from()));
                  who.put("until", number(assignment.until()));
                  return mapping(named(assignment.fault(), who));
                })
            .toList());
  }
}
