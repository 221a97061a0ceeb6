package dev.varangian.core.experiment.reading;

import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.ComponentText;
import dev.varangian.core.experiment.Key;
import dev.varangian.core.experiment.ParsedRun;
import dev.varangian.core.experiment.Resolved;
import dev.varangian.core.experiment.Run;
import dev.varangian.core.experiment.RunSpec;
import dev.varangian.core.experiment.yaml.Node;
import dev.varangian.core.experiment.yaml.Problems;
import dev.varangian.core.experiment.yaml.YamlWriter;
import dev.varangian.spi.run.Sink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All resolved runs of an experiment and their common form: the shared settings, and the sweep of
 * the others.
 */
final class Grid {
  private final Sweep sweep;
  private final List<ParsedRun> runs;
  private final List<Node.Mapping> resolved;

  /**
   * @param runs the combinations of the sweep in order
   */
  Grid(Sweep sweep, List<ParsedRun> runs) {
    this.sweep = sweep;
    this.runs = runs;
    this.resolved = runs.stream().map(Resolved::of).toList();
  }

  List<String> sweptKeys() {
    return sweep.axes().stream().map(axis -> axis.path().toString()).toList();
  }

  /** Returns the runs with their values of the swept keys. */
  List<Run> runs() {
    List<Run> all = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      List<String> values = new ArrayList<>();
      for (Sweep.Axis axis : sweep.axes()) {
        values.add(text(axis.path(), i));
      }
      all.add(new Run(runs.get(i).spec(), values));
    }
    return all;
  }

  private String text(KeyPath path, int run) {
    ParsedRun settled = runs.get(run);
    RunSpec spec = settled.spec();
    if (!path.isWhole()) {
      return ((Node.Scalar) at(path, resolved.get(run))).text();
    }
    return switch (path.key()) {
      case MODEL -> ComponentText.shortest(spec.model());
      case DATASET -> ComponentText.shortest(spec.dataset());
      case STEP_SIZE -> ComponentText.shortest(spec.stepSize());
      case PRE_AGGREGATORS -> joined(spec.preAggregators().stream().map(ComponentText::of));
      case FILTER -> ComponentText.shortest(spec.filter());
      case PARTITION -> ComponentText.shortest(spec.partition());
      case FAULT -> settled.fault().map(ComponentText::shortest).orElseThrow();
      case FAULTS -> joined(spec.faults().stream().map(ComponentText::of));
      default -> YamlWriter.flow(at(path, resolved.get(run)));
    };
  }

  private static String joined(Stream<String> texts) {
    return texts.collect(Collectors.joining("+"));
  }

  private static Node at(KeyPath path, Node.Mapping run) {
    Node value = run.value(path.key().label()).orElseThrow();
    return path.isWhole() ? value : ((Node.Mapping) value).value(path.parameter()).orElseThrow();
  }

  /** Adds a problem for each duplicate value in a list, however it is written. */
  void checkRepetitions(Problems problems) {
    for (int axis = 0; axis < sweep.axes().size(); axis++) {
      List<Node> written = sweep.axes().get(axis).values();
      List<Node> values = values(axis);
      Set<String> seen = new TreeSet<>();
      for (int i = 0; i < values.size(); i++) {
        String text = YamlWriter.flow(values.get(i));
        if (!seen.add(text)) {
          problems.add(written.get(i).origin(), text + " is listed twice");
        }
      }
    }
  }

  /** Returns the experiment as a document that resolves to itself. */
  String yaml(String name, List<Choice<Sink>> sinks) {
    Map<String, Node> keys = new LinkedHashMap<>();
    keys.put(Key.NAME.label(), Resolved.word(name));
    List<Node> unswept = new ArrayList<>();
    for (Node.Mapping run : resolved) {
      unswept.add(without(run, sweep.axes()));
    }
    ((Node.Mapping) SharedSettings.of(unswept).orElseThrow())
        .entries()
        .forEach((key, entry) -> keys.put(key, entry.value()));
    if (!sinks.isEmpty()) {
      String label = Key.SINKS.label();
      keys.put(label, Resolved.list(Key.SINKS, sinks).value(label).orElseThrow());
    }
    if (!sweep.axes().isEmpty()) {
      Map<String, Node> axes = new LinkedHashMap<>();
      for (int axis = 0; axis < sweep.axes().size(); axis++) {
        axes.put(sweptKeys().get(axis), Resolved.sequence(values(axis)));
      }
      keys.put(Key.SWEEP.label(), Resolved.mapping(axes));
    }
    return YamlWriter.document(Resolved.mapping(keys));
  }

  /** Returns the resolved values of an axis, without the parameters set by other axes. */
  private List<Node> values(int axis) {
    KeyPath path = sweep.axes().get(axis).path();
    List<Sweep.Axis> parameters =
        sweep.axes().stream().filter(other -> !other.path().isWhole()).toList();
    List<List<Node>> found = new ArrayList<>();
    sweep.axes().get(axis).values().forEach(value -> found.add(new ArrayList<>()));
    for (int run = 0; run < resolved.size(); run++) {
      Node.Mapping bare =
          path.isWhole() ? without(resolved.get(run), parameters) : resolved.get(run);
      found.get(sweep.places(run)[axis]).add(at(path, bare));
    }
    return found.stream().map(nodes -> SharedSettings.of(nodes).orElseThrow()).toList();
  }

  private static Node.Mapping without(Node.Mapping run, List<Sweep.Axis> axes) {
    Node.Mapping rest = run;
    for (Sweep.Axis axis : axes) {
      String label = axis.path().key().label();
      Node.Entry entry = rest.entries().get(label);
      if (axis.path().isWhole()) {
        rest = rest.without(label);
      } else if (entry != null && entry.value() instanceof Node.Mapping component) {
        Node.Mapping bare = component.without(axis.path().parameter());
        rest = rest.with(label, new Node.Entry(entry.key(), bare));
      }
    }
    return rest;
  }
}
