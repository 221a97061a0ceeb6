package example.centeredclipping;

import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares the filter {@code my-centered-clipping} and the sink {@code json-lines}. */
public final class CenteredClippingPlugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        Component.filter("my-centered-clipping", CenteredClipping.class)
            .summary("Adds to its previous result the mean of the clipped differences from it")
            .source("Karimireddy, He, Jaggi 2021, algorithm 2 with one iteration")
            .formula("v + (1/n) sum_i (x_i - v) min(1, radius / ||x_i - v||)")
            .example(
                "f = 1, radius = 2: (1, 0), (0, 1), (6, 8) -> (0.7333333, 0.8666667)",
                "v is 0 in round 1, and the third vector is clipped to (1.2, 1.6)"),
        Component.of(Kind.SINK, "json-lines", JsonLines.class)
            .summary("Appends each round as a line of JSON to rounds.jsonl in the run's folder"));
  }
}
