package example.{{package}};

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares {@code {{name}}}; META-INF/services names this class. */
public final class {{class}}Plugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        Component.fault("{{name}}", {{class}}.class)
            .summary("Sends the honest agents' mean, reversed and scaled")
            .source("Xie, Koyejo, Gupta 2020, inner-product manipulation")
            .parameters({{class}}.Parameters.class));
  }
}
