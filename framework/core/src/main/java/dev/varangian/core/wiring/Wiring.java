package dev.varangian.core.wiring;

import com.google.inject.Binder;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import dev.varangian.core.component.ComponentException;
import dev.varangian.core.component.RunMemory;
import dev.varangian.core.experiment.Choice;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Memory;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.data.DataDirectory;
import java.util.Collection;
import java.util.Optional;

/**
 * Creates a run's components: one injector for the run, and a small child injector for each
 * component.
 */
public final class Wiring {
  private final Injector run;
  private final long seed;
  private final RunMemory memory = new RunMemory();

  /**
   * An injector for one run.
   *
   * @param data the directory of the data sets
   * @param seed the root of the components' random numbers
   */
  public Wiring(DataDirectory data, long seed) {
    this.seed = seed;
    this.run =
        Guice.createInjector(
            binder -> {
              binder.requireAtInjectOnConstructors();
              binder.bind(DataDirectory.class).toInstance(data);
            });
  }

  /** The state that the components keep between rounds. */
  public RunMemory memory() {
    return memory;
  }

  /**
   * Creates a component that does not depend on the run's sizes: a data set or a model.
   *
   * @throws ConfigurationException if the component rejects its parameters or its data
   * @throws ComponentException if it can't be created
   */
  public <T> T make(Choice<T> choice) {
    return make(choice, binder -> {});
  }

  /**
   * Creates a component of the run.
   *
   * @throws ConfigurationException if the component rejects its parameters or the sizes
   * @throws ComponentException if it can't be created
   */
  public <T> T make(Choice<T> choice, Geometry geometry) {
    String name = choice.component().kind().label() + " " + choice.component().name();
    return make(
        choice,
        binder -> {
          binder.bind(Geometry.class).toInstance(geometry);
          binder.bind(Randomness.class).toInstance(new Randomness(seed, name));
          binder.bind(Memory.class).toInstance(memory.of(name));
        });
  }

  private <T> T make(Choice<T> choice, Module sizes) {
    try {
      return run.createChildInjector(
              sizes,
              binder -> {
                bindParameters(binder, choice.parameters());
                binder.bind(choice.component().type());
              })
          .getInstance(choice.component().type());
    } catch (CreationException e) {
      throw unwrapped(choice, e, e.getErrorMessages());
    } catch (com.google.inject.ConfigurationException e) {
      throw unwrapped(choice, e, e.getErrorMessages());
    } catch (ProvisionException e) {
      throw unwrapped(choice, e, e.getErrorMessages());
    }
  }

  private static <R extends Record> void bindParameters(Binder binder, R parameters) {
    @SuppressWarnings("unchecked")
    Class<R> type = (Class<R>) parameters.getClass();
    binder.bind(type).toInstance(parameters);
  }

  private static RuntimeException unwrapped(
      Choice<?> choice, RuntimeException failure, Collection<Message> messages) {
    Optional<Throwable> cause =
        messages.stream().map(Message::getCause).filter(c -> c != null).findFirst();
    if (cause.orElse(null) instanceof ConfigurationException problem) {
      return problem;
    }
    if (cause.orElse(null) instanceof OutOfMemoryError error) {
      throw error;
    }
    String reason =
        cause
            .map(ComponentException::inWords)
            .orElseGet(
                () -> messages.iterator().next().getMessage().lines().findFirst().orElse(""));
    return ComponentException.unmakeable(choice, reason, failure);
  }
}
