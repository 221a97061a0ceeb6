package example.{{package}};

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares {@code {{name}}}; META-INF/services names this class. */
public final class {{class}}Plugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        Component.model("{{name}}", {{class}}.class)
            .summary("One hidden layer with ReLU, on inputs of any shape")
            .source("a start: put the paper here"));
  }
}
