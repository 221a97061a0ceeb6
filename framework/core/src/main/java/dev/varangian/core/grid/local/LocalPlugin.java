package dev.varangian.core.grid.local;

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.util.List;

/** The engine that every installation has. */
public final class LocalPlugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(LocalEngine.declaration());
  }
}
