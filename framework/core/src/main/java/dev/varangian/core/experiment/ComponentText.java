package dev.varangian.core.experiment;

import dev.varangian.core.catalogue.parameter.DeclaredParameter;
import dev.varangian.core.catalogue.parameter.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Formats components for tables and folder names. */
public final class ComponentText {
  private ComponentText() {}

  /**
   * Returns the name with the parameters that differ from the defaults: {@code multi-krum(m=2)}.
   */
  public static String of(Choice<?> choice) {
    return with(choice, List.of());
  }

  private static String with(Choice<?> choice, List<String> first) {
    List<String> parts = new ArrayList<>(first);
    special(choice).forEach((name, value) -> parts.add(name + "=" + value));
    String name = choice.component().name();
    return parts.isEmpty() ? name : name + "(" + String.join(",", parts) + ")";
  }

  /**
   * Returns the same with the faulty agents and rounds: {@code alie(agents=1
   * 2,from=1,until=9,z=1.5)}.
   */
  public static String of(FaultAssignment assignment) {
    List<String> agents =
        assignment.agents().stream().map(agent -> String.valueOf(agent + 1)).toList();
    return with(
        assignment.fault(),
        List.of(
            "agents=" + String.join(" ", agents),
            "from=" + assignment.from(),
            "until=" + assignment.until()));
  }

  /** Returns the bare value if a component's shorthand says everything. */
  public static String shortest(Choice<?> choice) {
    String shorthand = choice.component().shorthand();
    Map<String, String> special = special(choice);
    return special.size() == 1 && special.containsKey(shorthand)
        ? special.get(shorthand)
        : of(choice);
  }

  private static Map<String, String> special(Choice<?> choice) {
    Parameters parameters = Parameters.of(choice.component().parameters());
    Map<String, String> texts = parameters.texts(choice.parameters());
    for (DeclaredParameter parameter : parameters.list()) {
      parameter.defaultValue().ifPresent(standard -> texts.remove(parameter.name(), standard));
    }
    return texts;
  }
}
