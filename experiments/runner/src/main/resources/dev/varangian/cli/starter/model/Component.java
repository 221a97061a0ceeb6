package example.{{package}};

import dev.varangian.spi.training.Layers;
import dev.varangian.spi.training.Model;
import dev.varangian.spi.context.Param;
import dev.varangian.tensor.Tensor;
import jakarta.inject.Inject;

/**
 * A network with one hidden layer:
 *
 * <pre>relu(x W1 + b1) W2 + b2</pre>
 *
 * <p>A start: put your layers here. Gradients follow from the operations by themselves.
 */
public final class {{class}} implements Model {

  /** The parameters of {@code {{name}}}. */
  public record Parameters(
      @Param(
              value = "the width of the hidden layer",
              unit = "units",
              defaultValue = "32",
              min = 1,
              max = 100_000)
          int width) {}

  private final Parameters parameters;

  @Inject
  {{class}}(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public Tensor scores(Layers layers, Tensor inputs, int outputs) {
    Tensor hidden = layers.dense("hidden", inputs.flatten(), parameters.width()).relu();
    return layers.dense("scores", hidden, outputs);
  }
}
