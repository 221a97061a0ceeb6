package example.{{package}};

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares {@code {{name}}}; META-INF/services names this class. */
public final class {{class}}Plugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        Component.dataset("{{name}}", {{class}}.class)
            .summary("Three clouds of points in the plane, drawn from normal distributions")
            .source("a start: say here where the data come from"));
  }
}
