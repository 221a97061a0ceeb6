package example.{{package}};

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares {@code {{name}}}; META-INF/services names this class. */
public final class {{class}}Plugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        Component.schedule("{{name}}", {{class}}.class)
            .summary("Falls as one over the square root of the round")
            .source("Zinkevich 2003, theorem 1"));
  }
}
