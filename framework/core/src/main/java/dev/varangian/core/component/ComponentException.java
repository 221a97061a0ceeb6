package dev.varangian.core.component;

import dev.varangian.core.catalogue.plugin.PluginOrigin;
import dev.varangian.core.experiment.Choice;
import java.util.OptionalInt;

/**
 * The code of a component failed: it threw something or returned something invalid. The cause is
 * what it threw. If the component comes from a third party, its author or user can fix the problem.
 */
public final class ComponentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean foreign;
  private final String component;
  private final int round;
  private final int agent;

  private ComponentException(
      PluginOrigin origin,
      String component,
      String what,
      int round,
      int agent,
      String why,
      Throwable cause) {
    super(
        "the "
            + component
            + " of the plugin "
            + origin.name()
            + " "
            + what
            + (round == Calls.NO_ROUND ? "" : " in round " + round)
            + (agent == Calls.NO_AGENT ? "" : " for agent " + (agent + 1))
            + ": "
            + why,
        cause);
    this.foreign = origin.foreign();
    this.component = component;
    this.round = round;
    this.agent = agent;
  }

  /** The component failed in a call. */
  static ComponentException of(Choice<?> choice, int round, int agent, Throwable cause) {
    return new ComponentException(
        origin(choice),
        name(choice),
        "failed",
        round,
        agent,
        cause instanceof InvalidOutputException
            ? String.valueOf(cause.getMessage())
            : inWords(cause),
        cause);
  }

  /** No instance of the component can be created. */
  public static ComponentException unmakeable(Choice<?> choice, String why, Throwable cause) {
    return new ComponentException(
        origin(choice),
        name(choice),
        "cannot be created",
        Calls.NO_ROUND,
        Calls.NO_AGENT,
        why,
        cause);
  }

  /** Describes a throwable in one line. */
  public static String inWords(Throwable cause) {
    String name = cause.getClass().getName();
    String message = cause.getMessage();
    return name.substring(name.lastIndexOf('.') + 1)
        + (message == null ? "" : ": " + message.lines().findFirst().orElse(""));
  }

  private static PluginOrigin origin(Choice<?> choice) {
    return PluginOrigin.of(choice.component().type());
  }

  private static String name(Choice<?> choice) {
    return choice.component().kind() + " " + choice.component().name();
  }

  /** Whether the plugin was loaded from its own jar rather than from the class path. */
  public boolean foreign() {
    return foreign;
  }

  /** The component's kind and name, for instance {@code filter cge}. */
  public String component() {
    return component;
  }

  /** The round, counted from 1; empty if it failed outside a round. */
  public OptionalInt round() {
    return round == Calls.NO_ROUND ? OptionalInt.empty() : OptionalInt.of(round);
  }

  /** The agent, counted from 0; empty if the failure concerned no particular agent. */
  public OptionalInt agent() {
    return agent == Calls.NO_AGENT ? OptionalInt.empty() : OptionalInt.of(agent);
  }
}
