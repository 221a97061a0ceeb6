package dev.varangian.core.component;

import dev.varangian.core.catalogue.plugin.PluginOrigin;
import dev.varangian.core.experiment.Choice;
import dev.varangian.spi.context.ConfigurationException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls into components' code that are in progress. An exception that a component throws is
 * reported with the component's name, and if a run hangs, these calls show which component blocks
 * it.
 */
public final class Calls {
  /** Stands for no round. */
  public static final int NO_ROUND = 0;

  /** Stands for no particular agent. */
  public static final int NO_AGENT = -1;

  private final Map<Thread, Call> open = new ConcurrentHashMap<>();

  /**
   * A call in progress.
   *
   * @param choice the component
   * @param round counted from 1, or {@link #NO_ROUND}
   * @param agent counted from 0, or {@link #NO_AGENT}
   * @param since when it began, in {@link System#nanoTime}
   * @param thread the thread that executes it
   */
  public record Call(Choice<?> choice, int round, int agent, long since, Thread thread) {

    /** For instance {@code the fault shout of the plugin loud in round 3 for agent 2}. */
    @Override
    public String toString() {
      return "the "
          + choice.component().kind()
          + " "
          + choice.component().name()
          + " of the plugin "
          + PluginOrigin.of(choice.component().type()).name()
          + (round == NO_ROUND ? "" : " in round " + round)
          + (agent == NO_AGENT ? "" : " for agent " + (agent + 1));
    }

    /** Whether the component was loaded from a jar of its own. */
    public boolean foreign() {
      return PluginOrigin.of(choice.component().type()).foreign();
    }
  }

  /**
   * Calls a component's code.
   *
   * @param round counted from 1, or {@link #NO_ROUND}
   * @param agent counted from 0, or {@link #NO_AGENT}
   * @throws ComponentException if it fails
   * @throws ConfigurationException if it reports a problem for the user to fix
   */
  public <T extends @Nullable Object> T call(
      Choice<?> choice, int round, int agent, Supplier<T> code) {
    Thread thread = Thread.currentThread();
    Call outer = open.put(thread, new Call(choice, round, agent, System.nanoTime(), thread));
    boolean interrupted = thread.isInterrupted();
    ClassLoader context = thread.getContextClassLoader();
    // Libraries use the context class loader to find their services.
    thread.setContextClassLoader(choice.component().type().getClassLoader());
    try {
      return code.get();
    } catch (ConfigurationException | ComponentException | OutOfMemoryError e) {
      throw e; // these are already complete
    } catch (Throwable e) {
      throw ComponentException.of(choice, round, agent, e);
    } finally {
      if (!interrupted) {
        Thread.interrupted(); // a leftover interrupt would close the next file written
      }
      thread.setContextClassLoader(context);
      if (outer == null) {
        open.remove(thread);
      } else {
        open.put(thread, outer);
      }
    }
  }

  /** The same for code that returns nothing. */
  public void run(Choice<?> choice, int round, int agent, Runnable code) {
    this.<@Nullable Object>call(
        choice,
        round,
        agent,
        () -> {
          code.run();
          return null;
        });
  }

  /** Calls another component's code from within a call, for the same round and agent. */
  public <T extends @Nullable Object> T within(Choice<?> choice, Supplier<T> code) {
    Optional<Call> outer = of(Thread.currentThread());
    return outer.isEmpty()
        ? call(choice, NO_ROUND, NO_AGENT, code)
        : call(choice, outer.get().round(), outer.get().agent(), code);
  }

  /** The call that a thread is executing. */
  public Optional<Call> of(Thread thread) {
    return Optional.ofNullable(open.get(thread));
  }

  /** The call that has been in progress the longest. */
  public Optional<Call> longest() {
    return open.values().stream().min(Comparator.comparingLong(Call::since));
  }
}
