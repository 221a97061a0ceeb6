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
            .formula("z = -tau mean(g_1, ..., g_h)")
            .example(
                "f = 1: (0, 0), (1, 2), (3, 2) -> (-3, -3)",
                "the honest mean is (2, 2), and tau is 1.5"));
  }
}
