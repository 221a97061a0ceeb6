package dev.varangian.core.catalogue;

import dev.varangian.core.catalogue.parameter.Parameters;
import dev.varangian.core.catalogue.plugin.LoadedPlugin;
import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;

/** A component with its parameters and the plugin that declares it. */
record Declared(Component<?> component, Parameters parameters, LoadedPlugin plugin) {

  /** The unique key of a component. */
  record Key(Kind kind, String name) {
    @Override
    public String toString() {
      return kind + " " + name;
    }
  }

  Key key() {
    return new Key(component.kind(), component.name());
  }

  boolean builtIn() {
    return !plugin.foreign();
  }
}
