package dev.varangian.core.catalogue;

import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Chooses among all declared components those that can be used. */
final class Selection {
  private final List<String> problems = new ArrayList<>();
  private final Map<Declared.Key, String> refused = new LinkedHashMap<>();
  private final Map<Declared.Key, Declared> chosen =
      new TreeMap<>(Comparator.comparing(Declared.Key::kind).thenComparing(Declared.Key::name));

  Selection(List<LoadedPlugin> builtIn, List<LoadedPlugin> foreign) {
    Map<Declared.Key, List<Declared>> rivals = new LinkedHashMap<>();
    builtIn.forEach(plugin -> declare(plugin, true, rivals));
    foreign.forEach(plugin -> declare(plugin, false, rivals));
    rivals.forEach(this::choose);
  }

  Map<Declared.Key, Declared> chosen() {
    return chosen;
  }

  Map<Declared.Key, String> refused() {
    return refused;
  }

  List<String> problems() {
    return problems;
  }

  private void declare(
      LoadedPlugin plugin, boolean builtIn, Map<Declared.Key, List<Declared>> rivals) {
    for (Component<?> component : plugin.components()) {
      try {
        Declared declared =
            new Declared(component, DeclarationCheck.check(component), plugin, builtIn);
        rivals.computeIfAbsent(declared.key(), key -> new ArrayList<>()).add(declared);
      } catch (DeclarationException e) {
        refuse(component, plugin, e.reason());
      } catch (LinkageError | RuntimeException e) {
        // Whatever a stranger's class may do while it is looked at.
        refuse(component, plugin, e.toString().lines().findFirst().orElse(""));
      }
    }
  }

  private void refuse(Component<?> component, LoadedPlugin plugin, String reason) {
    Declared.Key key = new Declared.Key(component.kind(), component.name());
    String problem = plugin.place() + ": the " + key + " is left out: " + reason;
    refused.put(key, problem);
    problems.add(problem);
  }

  private void choose(Declared.Key key, List<Declared> rivals) {
    Declared first = rivals.get(0);
    if (rivals.size() == 1) {
      chosen.put(key, first);
      return;
    }
    if (first.builtIn()) {
      chosen.put(key, first);
      for (Declared other : rivals.subList(1, rivals.size())) {
        problems.add(
            other.plugin().place()
                + ": the "
                + key
                + " is left out, since the built-in one of "
                + first.plugin().place()
                + " stays");
      }
      return;
    }
    String problem = "the " + key + " is left out, since " + places(rivals) + " each have one";
    refused.put(key, problem);
    problems.add(problem);
  }

  /**
   * The component of each kind that a bare value stands for: the only one that asks for it, or the
   * only built-in one.
   */
  Map<Kind, Component<?>> shorthands() {
    Map<Kind, Component<?>> shorthands = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      List<Declared> all =
          chosen.values().stream()
              .filter(declared -> declared.component().kind() == kind)
              .filter(declared -> !declared.component().shorthand().isEmpty())
              .toList();
      List<Declared> builtIn = all.stream().filter(Declared::builtIn).toList();
      List<Declared> first = builtIn.isEmpty() ? all : builtIn;
      if (first.size() == 1) {
        shorthands.put(kind, first.get(0).component());
      }
      if (all.size() > 1) {
        problems.add(
            "a bare value for a "
                + kind
                + " is asked for by "
                + places(all)
                + (first.size() == 1 ? "; " + places(first) + " gets it" : "; none gets it"));
      }
    }
    return shorthands;
  }

  private static String places(List<Declared> declared) {
    return String.join(
        " and ", declared.stream().map(each -> each.plugin().place()).distinct().toList());
  }
}
