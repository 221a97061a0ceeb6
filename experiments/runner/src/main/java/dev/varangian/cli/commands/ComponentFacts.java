package dev.varangian.cli.commands;

import dev.varangian.cli.reference.Trait;
import dev.varangian.cli.terminal.Columns;
import dev.varangian.spi.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known about a component, from its declaration and from its methods. */
final class ComponentFacts {
  private static final int LINE = 80;

  private ComponentFacts() {}

  /**
   * The facts in the order of printing, without empty ones.
   *
   * @param traits those of its methods; a cost that is declared replaces theirs
   */
  static List<Trait> of(Component.Documentation declared, String plugin, List<Trait> traits) {
    Map<String, Trait> facts = new LinkedHashMap<>();
    List<Trait> all = new ArrayList<>();
    all.add(new Trait("formula", "Formula", declared.formula()));
    all.add(new Trait("source", "Source", declared.source()));
    all.add(new Trait("plugin", "Plugin", plugin));
    all.addAll(traits);
    all.add(new Trait("cost", "Cost", declared.cost()));
    all.add(new Trait("variants", "Variants", declared.variants()));
    declared
        .example()
        .ifPresent(
            example -> {
              all.add(new Trait("worked_example", "Example", example.text()));
              all.add(new Trait("working", "", "(" + example.working() + ")"));
            });
    for (Trait fact : all) {
      if (!fact.text().isEmpty()) {
        facts.put(fact.key(), fact);
      }
    }
    return List.copyOf(facts.values());
  }

  /** One fact below the other; long ones are folded at 80 columns. */
  static String text(List<Trait> facts) {
    int widest = facts.stream().mapToInt(fact -> fact.label().length()).max().orElse(0);
    int room = LINE - widest - 3;
    List<List<String>> rows = new ArrayList<>();
    for (Trait fact : facts) {
      String label = fact.label().isEmpty() ? "" : fact.label() + ":";
      for (String line : lines(fact.text(), room)) {
        rows.add(List.of(label, line));
        label = "";
      }
    }
    return Columns.of(rows);
  }

  /** A text in lines of at most 80 columns, the further ones indented. */
  static String folded(String text, String indent) {
    return String.join("\n" + indent, lines(text, LINE - indent.length()));
  }

  private static List<String> lines(String text, int room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
