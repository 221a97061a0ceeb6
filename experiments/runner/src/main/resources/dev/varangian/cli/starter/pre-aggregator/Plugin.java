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
            .formula("y_k = (1 - a) x_k + (a/n) sum_i x_i")
            .example(
                "f = 0: (0, 0), (2, 4) -> (0.5, 1), (1.5, 3)",
                "each vector moves halfway to the mean (1, 2)"));
  }
}
