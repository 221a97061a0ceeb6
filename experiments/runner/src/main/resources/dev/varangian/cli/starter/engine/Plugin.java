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
        Component.of(Kind.ENGINE, "{{name}}", {{class}}.class)
            .summary("Executes runs one after the other in this process")
            .source("varangian new engine"));
  }
}
