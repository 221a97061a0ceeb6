package example.{{package}};

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares {@code {{name}}}; META-INF/services names this class. */
public final class {{class}}Plugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        Component.filter("{{name}}", {{class}}.class)
            .summary("Shortens vectors that are longer than the median, then averages")
            .source("a start: put the paper and equation here")
            .formula("F = (1/n) sum_i min(1, c m / ||x_i||) x_i, m the median norm")
            .example(
                "f = 1: (0, 1), (3, 4), (9, 12) -> (2, 3)",
                "the norms are 1, 5 and 15, so (9, 12) becomes (3, 4)"));
  }
}
