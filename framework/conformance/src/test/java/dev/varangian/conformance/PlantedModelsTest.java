package dev.varangian.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.spi.Component;
import dev.varangian.spi.training.Layers;
import dev.varangian.spi.training.Model;
import dev.varangian.tensor.Tensor;
import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.SimpleOperation;
import dev.varangian.tensor.operation.Step;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Each defect of a model is found by its own check and by no other. */
class PlantedModelsTest {

  private static List<String> failing(Class<? extends Model> type) {
    return FailedChecks.checks(Component.model("planted", type));
  }

  private static String first(Class<? extends Model> type) {
    return FailedChecks.first(Component.model("planted", type));
  }

  /** y = x, with a defect. */
  private abstract static class Identity implements SimpleOperation {
    @Override
    public Shape shape(List<Shape> operands) {
      return operands.get(0);
    }

    @Override
    public void forward(Step step) {
      for (int agent = 0; agent < step.agents(); agent++) {
        Operand x = step.operand(0);
        Operand y = step.result();
        System.arraycopy(
            x.values(), x.offset(agent), y.values(), y.offset(agent), x.shape().size());
      }
    }

    @Override
    public void backward(Step step) {
      for (int agent = 0; agent < step.agents(); agent++) {
        Operand x = step.operand(0);
        Operand y = step.result();
        for (int i = 0; i < x.shape().size(); i++) {
          x.gradient(agent)[x.gradientOffset(agent) + i] =
              slope() * y.gradient(agent)[y.gradientOffset(agent) + i];
        }
      }
    }

    float slope() {
      return 1;
    }
  }

  private static Tensor hidden(Layers layers, Tensor inputs) {
    return layers.dense("dense1", inputs.flatten(), 6).tanh();
  }

  static final class Good implements Model {
    @Inject
    Good() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      return layers.dense("dense2", hidden(layers, inputs).apply(new Plain()), outputs);
    }

    private static final class Plain extends Identity {}
  }

  @Test
  void a_correct_model_passes() {
    assertThat(failing(Good.class)).isEmpty();
  }

  static final class WrongGradient implements Model {
    @Inject
    WrongGradient() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      return layers.dense("dense2", hidden(layers, inputs).apply(new Slanted()), outputs);
    }

    private static final class Slanted extends Identity {
      @Override
      float slope() {
        return 1.1f;
      }
    }
  }

  @Test
  void a_wrong_gradient_is_found_at_its_parameter() {
    assertThat(failing(WrongGradient.class))
        .containsExactly("has gradients that match finite differences");
    assertThat(first(WrongGradient.class))
        .startsWith("samples of [5], 3 classes: dense1.weight[5, 6]");
  }

  static final class Forgetful implements Model {
    @Inject
    Forgetful() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      return layers.dense("dense2", hidden(layers, inputs).apply(new Constant()), outputs);
    }

    private static final class Constant extends Identity {
      @Override
      float slope() {
        return 0;
      }
    }
  }

  @Test
  void a_gradient_that_is_missing_is_found() {
    assertThat(failing(Forgetful.class))
        .containsExactly("has gradients that match finite differences");
  }

  static final class SizedByBatch implements Model {
    @Inject
    SizedByBatch() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      Tensor x = layers.dense("dense1", inputs.flatten(), inputs.shape().dimension(0));
      return layers.dense("dense2", x, outputs);
    }
  }

  @Test
  void parameters_that_depend_on_the_batch_are_found() {
    assertThat(failing(SizedByBatch.class))
        .containsExactly("has the same parameters each time it is recorded");
  }

  static final class Mixing implements Model {
    @Inject
    Mixing() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      return layers.dense("dense2", hidden(layers, inputs).apply(new FirstAgents()), outputs);
    }

    private static final class FirstAgents extends Identity {
      @Override
      public void backward(Step step) {
        Operand x = step.operand(0);
        Operand y = step.result();
        for (int agent = 0; agent < step.agents(); agent++) {
          System.arraycopy(
              y.gradient(0),
              y.gradientOffset(0),
              x.gradient(agent),
              x.gradientOffset(agent),
              x.shape().size());
        }
      }
    }
  }

  @Test
  void mixed_up_agents_are_found() {
    assertThat(failing(Mixing.class))
        .containsExactly("computes each agent's gradient independently");
    assertThat(first(Mixing.class)).contains("agent 2 of 4: coordinate 0 of its gradient");
  }

  static final class Overwriting implements Model {
    @Inject
    Overwriting() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      return layers.dense("dense", inputs.apply(new Blanking()).flatten(), outputs);
    }

    private static final class Blanking extends Identity {
      @Override
      public void forward(Step step) {
        super.forward(step);
        step.operand(0).values()[0] = 0;
      }
    }
  }

  @Test
  void inputs_that_are_changed_are_found() {
    assertThat(failing(Overwriting.class)).contains("does not modify inputs, targets or weights");
  }

  static final class TooManyScores implements Model {
    @Inject
    TooManyScores() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      return layers.dense("dense", inputs.flatten(), outputs + 1);
    }
  }

  @Test
  void scores_of_another_shape_are_found() {
    assertThat(failing(TooManyScores.class)).containsExactly("computes scores and a finite loss");
    assertThat(first(TooManyScores.class)).contains("have shape [2, 4]");
  }

  static final class Drawing implements Model {
    private static final AtomicInteger CALLS = new AtomicInteger();

    @Inject
    Drawing() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      int number = CALLS.incrementAndGet();
      Tensor x = inputs.flatten();
      for (int i = 0; i < number % 2; i++) {
        x = x.tanh();
      }
      return layers.dense("dense", x, outputs);
    }
  }

  @Test
  void a_model_that_changes_each_time_is_found() {
    assertThat(failing(Drawing.class)).containsExactly("is reproducible to the bit");
  }

  static final class Choosy implements Model {
    @Inject
    Choosy() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      throw new IllegalArgumentException("it takes sound alone");
    }
  }

  @Test
  void a_model_that_accepts_no_input_of_the_kit_cannot_be_checked() {
    assertThat(failing(Choosy.class)).isEmpty();
    assertThat(FailedChecks.results(Component.model("planted", Choosy.class)))
        .last()
        .extracting(Result::outcome)
        .asString()
        .contains("it accepts none of the kit's inputs", "it takes sound alone");
  }

  static final class WrongForImages implements Model {
    @Inject
    WrongForImages() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      Tensor x = layers.dense("dense1", inputs.flatten(), 6).tanh();
      return layers.dense(
          "dense2", inputs.shape().size() > 1000 ? x.apply(new Slanted()) : x, outputs);
    }

    private static final class Slanted extends Identity {
      @Override
      float slope() {
        return 1.1f;
      }
    }
  }

  @Test
  void a_gradient_that_is_wrong_only_for_large_inputs_is_found() {
    assertThat(failing(WrongForImages.class))
        .containsExactly("has gradients that match finite differences");
    assertThat(first(WrongForImages.class))
        .startsWith("samples of [32, 32, 3], 10 classes: dense1");
  }

  static final class Drowned implements Model {
    @Inject
    Drowned() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      return layers.dense("dense2", hidden(layers, inputs), outputs);
    }

    @Override
    public Tensor loss(Tensor scores, Tensor targets) {
      return Model.super.loss(scores, targets).apply(new Raised());
    }

    private static final class Raised extends Identity {
      @Override
      public void forward(Step step) {
        super.forward(step);
        for (int agent = 0; agent < step.agents(); agent++) {
          step.result().values()[step.result().offset(agent)] += 1e7f;
        }
      }

      @Override
      float slope() {
        return 2;
      }
    }
  }

  @Test
  void a_loss_whose_rounding_hides_its_slopes_does_not_pass() {
    assertThat(FailedChecks.results(Component.model("planted", Drowned.class)))
        .filteredOn(result -> result.check().equals("has gradients that match finite differences"))
        .extracting(Result::outcome)
        .asString()
        .contains("NotApplicable", "rounding of the loss hides");
  }

  static final class Residual implements Model {
    @Inject
    Residual() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      Tensor x = layers.batchNorm("norm1", layers.conv2d("conv1", inputs, 4, 3, 2, 1)).gelu();
      Tensor y = layers.batchNorm("norm2", layers.conv2d("conv2", x, 4, 3, 1, 1)).tanh();
      Tensor means = layers.dropout(y, 0.25).add(x).globalAveragePool2d();
      return layers.dense("out", layers.layerNorm("norm3", means), outputs);
    }
  }

  @Test
  void normalised_batches_and_dropout_fail_no_check() {
    assertThat(failing(Residual.class)).isEmpty();
  }
}
