package dev.varangian.core.experiment.reading;

import dev.varangian.core.catalogue.parameter.Numerals;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.FaultAssignment;
import dev.varangian.core.experiment.Key;
import dev.varangian.core.experiment.yaml.Node;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.experiment.yaml.Problems;
import dev.varangian.spi.Kind;
import dev.varangian.spi.fault.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Reads the faults of agents: {@code faults}, or {@code faulty} and {@code fault}. */
public final class FaultsReader {
  private static final Comparator<FaultAssignment> ORDER =
      Comparator.<FaultAssignment, Integer>comparing(assignment -> assignment.agents().get(0))
          .thenComparing(FaultAssignment::from);

  private final ComponentReader components;
  private final Problems problems;

  FaultsReader(ComponentReader components, Problems problems) {
    this.components = components;
    this.problems = problems;
  }

  /**
   * The entries of {@code faults}, by first agent and round; problems are added.
   *
   * @param agents their number; empty if unknown
   * @param rounds their number; empty if unknown
   */
  List<FaultAssignment> list(Node node, OptionalInt agents, OptionalInt rounds) {
    if (!(node instanceof Node.Sequence sequence)) {
      problems.add(
          node.origin(), "expected a list of {name: …, agents: [1, 2]}, not " + node.description());
      return List.of();
    }
    List<FaultAssignment> assignments = new ArrayList<>();
    for (Node item : sequence.items()) {
      assignment(item, agents, rounds)
          .ifPresent(
              assignment -> {
                assignments.forEach(earlier -> checkOverlap(item, earlier, assignment));
                assignments.add(assignment);
              });
    }
    long faulty = assignments.stream().flatMap(each -> each.agents().stream()).distinct().count();
    if (agents.isPresent() && faulty == agents.getAsInt()) {
      problems.add(
          node.origin(),
          "all " + faulty + " agents are faulty: expected fewer than agents (" + faulty + ")");
    }
    assignments.sort(ORDER);
    return assignments;
  }

  private Optional<FaultAssignment> assignment(Node item, OptionalInt agents, OptionalInt rounds) {
    if (!(item instanceof Node.Mapping mapping)) {
      problems.add(item.origin(), "expected {name: …, agents: [1, 2]}, not " + item.description());
      return Optional.empty();
    }
    int before = problems.added();
    int from = round(mapping, FaultAssignment.FROM, 1);
    int until = round(mapping, FaultAssignment.UNTIL, rounds.orElse(Integer.MAX_VALUE));
    if (from > until) {
      problems.add(
          mapping.origin(),
          rounds.isPresent() && until == rounds.getAsInt()
              ? "it would start in round " + from + ", after the last one (" + until + ")"
              : "from (" + from + ") is after until (" + until + ")");
    } else if (rounds.isPresent() && from > rounds.getAsInt()) {
      problems.add(
          mapping.origin(),
          "it would start in round " + from + ", after the last one (" + rounds.getAsInt() + ")");
    }
    List<Integer> who = agents(mapping, agents);
    Optional<Choice<Fault>> fault =
        components.read(
            Kind.FAULT,
            Fault.class,
            mapping
                .without(FaultAssignment.AGENTS)
                .without(FaultAssignment.FROM)
                .without(FaultAssignment.UNTIL));
    return problems.added() == before
        ? fault.map(choice -> new FaultAssignment(choice, who, from, until))
        : Optional.empty();
  }

  private int round(Node.Mapping mapping, String key, int defaultValue) {
    Node.Entry entry = mapping.entries().get(key);
    if (entry == null) {
      return defaultValue;
    }
    return ComponentReader.value(Numbers.declaration(Key.ROUNDS), entry.value(), problems)
        .map(round -> (int) round)
        .orElse(defaultValue);
  }

  /** Returns the agents, counted from 0, ascending. */
  private List<Integer> agents(Node.Mapping mapping, OptionalInt count) {
    Node.Entry entry = mapping.entries().get(FaultAssignment.AGENTS);
    if (entry == null) {
      Origin origin = mapping.origin();
      problems.add(
          new Origin(origin.file(), origin.line(), origin.key() + "." + FaultAssignment.AGENTS),
          "required: a list of agents, counted from 1");
      return List.of();
    }
    Node node = entry.value();
    if (!(node instanceof Node.Sequence sequence) || sequence.items().isEmpty()) {
      problems.add(
          node.origin(),
          "expected a list of agents, counted from 1, not "
              + (node instanceof Node.Sequence ? "an empty one" : node.description()));
      return List.of();
    }
    int greatest = count.orElse(Integer.MAX_VALUE);
    TreeSet<Integer> agents = new TreeSet<>();
    for (Node item : sequence.items()) {
      agent(item, greatest)
          .ifPresent(
              agent -> {
                if (!agents.add(agent - 1)) {
                  problems.add(item.origin(), "agent " + agent + " is listed twice");
                }
              });
    }
    return List.copyOf(agents);
  }

  private OptionalInt agent(Node item, int greatest) {
    if (item instanceof Node.Scalar scalar && !scalar.quoted()) {
      try {
        return OptionalInt.of((int) Numerals.whole(scalar.text(), 1, greatest));
      } catch (NumberFormatException e) {
        // Reported below, as for every invalid agent.
      }
    }
    problems.add(
        item.origin(),
        "expected an agent, "
            + (greatest == Integer.MAX_VALUE ? "counted from 1" : "from 1 to " + greatest)
            + ", not "
            + item.description().replace("\"", ""));
    return OptionalInt.empty();
  }

  private void checkOverlap(Node item, FaultAssignment earlier, FaultAssignment later) {
    if (earlier.from() > later.until() || later.from() > earlier.until()) {
      return;
    }
    for (int agent : later.agents()) {
      if (earlier.agents().contains(agent)) {
        problems.add(
            item.origin(),
            "agent "
                + (agent + 1)
                + " has the fault "
                + earlier.fault().component().name()
                + " in rounds "
                + Math.max(earlier.from(), later.from())
                + " to "
                + Math.min(earlier.until(), later.until()));
      }
    }
  }
}
