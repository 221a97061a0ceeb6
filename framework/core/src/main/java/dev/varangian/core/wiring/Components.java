package dev.varangian.core.wiring;

import dev.varangian.core.component.Calls;
import dev.varangian.core.component.ComponentException;
import dev.varangian.core.component.RunMemory;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.experiment.yaml.Problem;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.data.DataDirectory;
import java.util.List;
import java.util.function.Supplier;

/**
 * Creates the components of one run. A setting that a component rejects is a problem for the user
 * to fix; any other failure of its code is a {@link ComponentException}.
 */
public final class Components {
  private final Wiring wiring;
  private final Calls calls;

  /**
   * Prepares to create the components of one run.
   *
   * @param data the directory of the data sets
   * @param seed the root of the components' random numbers
   * @param calls the object through which the components' code is called
   */
  public Components(DataDirectory data, long seed, Calls calls) {
    this.wiring = new Wiring(data, seed);
    this.calls = calls;
  }

  /** The state that the components keep between rounds. */
  public RunMemory memory() {
    return wiring.memory();
  }

  /** The object through which the components' code is called. */
  public Calls calls() {
    return calls;
  }

  /** Creates a component that does not depend on the run's sizes; called within an attempt. */
  <T> T create(Choice<T> choice) {
    return wiring.make(choice);
  }

  /** Creates a component of the run; called within an attempt. */
  <T> T create(Choice<T> choice, Geometry geometry) {
    return wiring.make(choice, geometry);
  }

  /** Runs code that calls a component, which may reject its parameters or the sizes. */
  <T> Attempt<T> attempt(Choice<?> choice, Supplier<Attempt<T>> code) {
    return attempt(choice, "", code);
  }

  /**
   * Runs code that calls a component, which may reject its parameters or the sizes.
   *
   * @param to what the component may fail to fit, with a leading space
   */
  <T> Attempt<T> attempt(Choice<?> choice, String to, Supplier<Attempt<T>> code) {
    try {
      return calls.call(choice, Calls.NO_ROUND, Calls.NO_AGENT, code);
    } catch (ConfigurationException e) {
      return Attempt.refused(List.of(new Problem(at(choice, e.parameter()), message(e))));
    } catch (ComponentException e) {
      if (!(e.getCause() instanceof IllegalArgumentException reason)) {
        throw e;
      }
      String name = choice.component().kind() + " " + choice.component().name();
      String text = "the " + name + " does not fit" + to + ": " + message(reason);
      return Attempt.refused(List.of(new Problem(choice.origin(), text)));
    }
  }

  private static String message(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.toString() : message;
  }

  private static Origin at(Choice<?> choice, String parameter) {
    Origin origin = choice.origin();
    if (parameter.isEmpty()) {
      return origin;
    }
    String key = origin.key().isEmpty() ? parameter : origin.key() + "." + parameter;
    return new Origin(origin.file(), origin.line(), key);
  }
}
