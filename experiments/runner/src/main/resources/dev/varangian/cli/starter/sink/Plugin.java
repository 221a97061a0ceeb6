package example.{{package}};

import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares {@code {{name}}}; META-INF/services names this class. */
public final class {{class}}Plugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        Component.of(Kind.SINK, "{{name}}", {{class}}.class)
            .summary("Writes one line of JSON for each round")
            .source("JSON Lines, https://jsonlines.org"));
  }
}
