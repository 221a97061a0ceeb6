package dev.varangian.core.grid.local;

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares the engine that is part of every installation. */
public final class LocalPlugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(LocalEngine.declaration());
  }
}
