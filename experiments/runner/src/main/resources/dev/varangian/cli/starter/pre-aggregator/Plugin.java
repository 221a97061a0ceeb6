package example.{{package}};

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares {@code {{name}}}; META-INF/services names this class. */
public final class {{class}}Plugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        Component.preAggregator("{{name}}", {{class}}.class)
            .summary("Moves every vector towards the mean")
            .source("a start: put the paper and equation here")
            .parameters({{class}}.Parameters.class));
  }
}
