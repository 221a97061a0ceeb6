package dev.varangian.models;

import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.training.Layers;
import dev.varangian.spi.training.Model;
import dev.varangian.tensor.Parameter;
import dev.varangian.tensor.Plan;
import dev.varangian.tensor.Tape;
import dev.varangian.tensor.Tensor;
import dev.varangian.tensor.operation.Shape;
import java.util.List;

/** A model recorded for one batch of random inputs and classes, at its initial weights. */
final class Initialised {
  static final int CLASSES = 10;

  private final Tape tape = Tape.recording();
  private final Plan plan;
  private final Tensor loss;
  private final float[] weights;

  Initialised(Model model, int samples, int... inputShape) {
    Tensor inputs = tape.input(Shape.of(inputShape).prepend(samples));
    Tensor classes = tape.input(Shape.of(samples));
    Tensor scores = model.scores(Layers.on(tape), inputs, CLASSES);
    this.loss = model.loss(scores, classes);
    this.plan = Plan.of(loss, 1, true);
    this.weights = new float[tape.dimension()];
    Randomness randomness = new Randomness(1, "test");
    List<Parameter> parameters = tape.parameters();
    for (int p = 0; p < parameters.size(); p++) {
      Parameter parameter = parameters.get(p);
      for (int i = 0; i < parameter.shape().size(); i++) {
        double uniform = randomness.at(p).uniform(i);
        weights[parameter.offset() + i] =
            (float) (parameter.centre() + parameter.bound() * (2 * uniform - 1));
      }
    }
    float[] values = plan.values(inputs);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) randomness.at(new AgentRound(1, 0)).gaussian(i);
    }
    float[] labels = plan.values(classes);
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % CLASSES;
    }
  }

  /** The parameters. */
  List<Parameter> parameters() {
    return tape.parameters();
  }

  /** The number of parameters. */
  int dimension() {
    return tape.dimension();
  }

  /** The loss after {@code steps} steps of gradient descent on the batch. */
  double lossAfter(int steps, double stepSize) {
    float[][] rows = new float[1][tape.dimension()];
    for (int step = 0; step < steps; step++) {
      plan.forward(weights, 1);
      plan.backward(rows, 0);
      for (int i = 0; i < weights.length; i++) {
        weights[i] -= (float) (stepSize * rows[0][i]);
      }
    }
    plan.forward(weights, 1);
    return plan.values(loss)[0];
  }
}
