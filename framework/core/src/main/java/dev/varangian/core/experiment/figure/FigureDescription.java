package dev.varangian.core.experiment.figure;

import dev.varangian.core.experiment.reading.KeyPath;
import dev.varangian.core.experiment.yaml.Node;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.experiment.yaml.Problems;
import dev.varangian.core.experiment.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The value of the key {@code figure}. */
record FigureDescription(
    Origin origin,
    String title,
    String rows,
    int fromRound,
    List<String> quick,
    List<Placed> claims) {
  private static final List<String> KEYS =
      List.of("title", "rows", "from-round", "quick", "claims");

  /** A claim and its place in the file. */
  record Placed(Origin origin, Claim claim) {}

  static FigureDescription of(Node.Mapping description, Problems problems) {
    description
        .entries()
        .forEach(
            (key, entry) -> {
              if (!KEYS.contains(key)) {
                problems.add(entry.key(), KeyPath.unknown(key, KEYS));
              }
            });
    List<String> quick = new ArrayList<>();
    if (description.value("quick").orElse(null) instanceof Node.Mapping changes) {
      changes
          .entries()
          .forEach((path, entry) -> quick.add(path + "=" + YamlWriter.flow(entry.value())));
    }
    List<Placed> claims = new ArrayList<>();
    if (description.value("claims").orElse(null) instanceof Node.Sequence list) {
      for (Node item : list.items()) {
        if (item instanceof Node.Mapping claim) {
          claim(claim, problems).ifPresent(read -> claims.add(new Placed(item.origin(), read)));
        } else {
          problems.add(item.origin(), "expected a claim, not " + item.description());
        }
      }
    }
    return new FigureDescription(
        description.origin(),
        text(description, "title", problems),
        text(description, "rows", problems),
        description.entry("from-round").isPresent()
            ? (int) number(description, "from-round", problems)
            : 1,
        quick,
        claims);
  }

  private static Optional<Claim> claim(Node.Mapping claim, Problems problems) {
    int before = problems.added();
    String says = text(claim, "says", problems);
    Claim.Measure measure = Claim.Measure.LATE_ACCURACY;
    String wanted = text(claim, "measure", problems);
    List<String> labels = new ArrayList<>();
    for (Claim.Measure each : Claim.Measure.values()) {
      labels.add(each.label());
      measure = each.label().equals(wanted) ? each : measure;
    }
    if (!wanted.isEmpty() && !labels.contains(wanted)) {
      problems.add(claim.origin(), "measure: expected one of " + String.join(", ", labels));
    }
    Map<String, String> where = new LinkedHashMap<>();
    if (claim.value("where").orElse(null) instanceof Node.Mapping values) {
      values
          .entries()
          .forEach((key, entry) -> where.put(key, ((Node.Scalar) entry.value()).text()));
    }
    double margin = claim.entry("margin").isPresent() ? number(claim, "margin", problems) : 0;
    Claim.Check check;
    if (claim.entry("at-least").isPresent()) {
      check = new Claim.AtLeast(number(claim, "at-least", problems));
    } else if (claim.entry("near-fault-free").isPresent()) {
      check = new Claim.NearFaultFree(number(claim, "near-fault-free", problems));
    } else if (claim.entry("rises-with").isPresent()) {
      check = new Claim.Along(text(claim, "rises-with", problems), true, margin);
    } else {
      check = new Claim.Along(text(claim, "falls-with", problems), false, margin);
    }
    return problems.added() > before
        ? Optional.empty()
        : Optional.of(new Claim(says, measure, where, check));
  }

  private static String text(Node.Mapping mapping, String key, Problems problems) {
    if (mapping.value(key).orElse(null) instanceof Node.Scalar scalar && !scalar.isNull()) {
      return scalar.text();
    }
    problems.add(mapping.origin(), "expected the key " + key + " with a text");
    return "";
  }

  private static double number(Node.Mapping mapping, String key, Problems problems) {
    String text = text(mapping, key, problems);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      problems.add(mapping.origin(), key + ": expected a number, not \"" + text + '"');
      return 0;
    }
  }

  /** Checks that the named keys are swept. */
  void check(List<String> sweptKeys, Problems problems) {
    checkSwept(origin, rows, sweptKeys, problems);
    for (Placed placed : claims) {
      placed
          .claim()
          .where()
          .keySet()
          .forEach(key -> checkSwept(placed.origin(), key, sweptKeys, problems));
      if (placed.claim().check() instanceof Claim.Along along) {
        checkSwept(placed.origin(), along.key(), sweptKeys, problems);
      }
    }
  }

  private static void checkSwept(
      Origin origin, String key, List<String> sweptKeys, Problems problems) {
    if (!sweptKeys.contains(key)) {
      problems.add(origin, key + " is not swept; swept keys: " + String.join(", ", sweptKeys));
    }
  }
}
