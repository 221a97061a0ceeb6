package dev.varangian.core.catalogue;

import dev.varangian.core.catalogue.parameter.DeclarationException;
import dev.varangian.core.catalogue.plugin.LoadFailure;
import dev.varangian.core.catalogue.plugin.LoadedPlugin;
import dev.varangian.core.catalogue.plugin.Refusal;
import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Selects the components that can be used from all that are declared. */
final class ComponentSelection {
  private final List<Refusal> refusals = new ArrayList<>();
  private final Map<Declared.Key, Refusal> refused = new LinkedHashMap<>();
  private final Map<Declared.Key, Declared> chosen =
      new TreeMap<>(Comparator.comparing(Declared.Key::kind).thenComparing(Declared.Key::name));
  private final Map<Kind, Component<?>> shorthands = new TreeMap<>();

  /**
   * @param plugins built-in ones first
   */
  ComponentSelection(List<LoadedPlugin> plugins) {
    Map<Declared.Key, List<Declared>> rivals = new LinkedHashMap<>();
    plugins.forEach(plugin -> declare(plugin, rivals));
    rivals.forEach(this::choose);
    for (Kind kind : Kind.values()) {
      chooseShorthand(kind);
    }
  }

  Map<Declared.Key, Declared> chosen() {
    return chosen;
  }

  Map<Declared.Key, Refusal> refused() {
    return refused;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  /**
   * Returns the component of each kind that a bare value is shorthand for: the only one that
   * declares a shorthand, or the only built-in one.
   */
  Map<Kind, Component<?>> shorthands() {
    return shorthands;
  }

  private void declare(LoadedPlugin plugin, Map<Declared.Key, List<Declared>> rivals) {
    for (Component<?> component : plugin.components()) {
      try {
        Declared declared = new Declared(component, DeclarationCheck.check(component), plugin);
        rivals.computeIfAbsent(declared.key(), key -> new ArrayList<>()).add(declared);
      } catch (DeclarationException e) {
        refuse(component, plugin, e.reason());
      } catch (OutOfMemoryError e) {
        throw e;
      } catch (Throwable e) {
        // Inspecting a third-party class may throw anything.
        refuse(component, plugin, LoadFailure.reason(e, "being inspected"));
      }
    }
  }

  private void refuse(Component<?> component, LoadedPlugin plugin, String reason) {
    Declared.Key key = new Declared.Key(component.kind(), component.name());
    Refusal refusal = Refusal.of(plugin.place(), "the " + key + " cannot be used: " + reason);
    refused.put(key, refusal);
    refusals.add(refusal);
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
        refusals.add(
            Refusal.of(
                other.plugin().place(),
                "the "
                    + key
                    + " is ignored: the built-in component of "
                    + first.plugin().place()
                    + "takes precedence"));
      }
      return;
    }
    List<String> places = places(rivals);
    Refusal refusal =
        places.size() == 1
            ? Refusal.of(places.get(0), "the " + key + " is ignored: it is declared more than once")
            : new Refusal(
                places,
                "the "
                    + key
                    + " is ignored: "
                    + String.join(" and ", places)
                    + " each declare one; remove all but one");
    refused.put(key, refusal);
    refusals.add(refusal);
  }

  private void chooseShorthand(Kind kind) {
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
      refusals.add(
          new Refusal(
              places(all),
              "a bare value for a "
                  + kind
                  + " is claimed by "
                  + String.join(" and ", places(all))
                  + (first.size() == 1
                      ? "; " + first.get(0).plugin().place() + " is used"
                      : "; neither is used")));
    }
  }

  private static List<String> places(List<Declared> declared) {
    return declared.stream().map(each -> each.plugin().place()).distinct().toList();
  }
}
