package dev.varangian.spi;

import java.util.List;

/**
 * What a jar adds to Varangian. Found through {@link java.util.ServiceLoader}: the jar names its
 * class in {@code META-INF/services/dev.varangian.spi.Plugin}.
 *
 * <pre>{@code
 * public final class MyPlugin implements Plugin {
 *   @Override
 *   public List<Component<?>> components() {
 *     return List.of(Component.fault("shout", Shout.class).summary("Sends ten times its gradient"));
 *   }
 * }
 * }</pre>
 */
public interface Plugin {

  /** Everything that this plugin adds; the same on every call. */
  List<Component<?>> components();
}
