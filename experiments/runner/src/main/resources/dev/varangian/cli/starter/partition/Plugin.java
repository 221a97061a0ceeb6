package example.{{package}};

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares {@code {{name}}}; META-INF/services names this class. */
public final class {{class}}Plugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        Component.partition("{{name}}", {{class}}.class)
            .summary("Gives agent i a share of the samples in proportion to i^-s")
            .source("a start, after the power law of Li et al. 2020 (FedProx)"));
  }
}
