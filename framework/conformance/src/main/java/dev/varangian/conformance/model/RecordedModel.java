package dev.varangian.conformance.model;

import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.training.Layers;
import dev.varangian.spi.training.Model;
import dev.varangian.tensor.Parameter;
import dev.varangian.tensor.Plan;
import dev.varangian.tensor.Tape;
import dev.varangian.tensor.Tensor;
import dev.varangian.tensor.operation.Mode;
import dev.varangian.tensor.operation.Shape;
import java.util.List;

/** A model recorded for batches of one size. */
final class RecordedModel {
  /** Replaces a bound of 0: at zero biases some activations have no derivative. */
  private static final double LEAST_BOUND = 0.1;

  private static final Mode TRAINING =
      new Mode.Training(
          (layer, agent, index) -> new Randomness(7, "conformance dropout").at(layer).bits(index));

  private final Tape tape = Tape.recording();
  private final Tensor inputs;
  private final Tensor targets;
  private final Tensor loss;
  private final Task task;

  /**
   * @throws IllegalArgumentException if the model does not support such inputs or targets
   */
  RecordedModel(Model model, Task task, int samples) {
    this.task = task;
    this.inputs = tape.input(task.input().prepend(samples));
    this.targets = tape.input(task.targets(samples));
    Tensor scores = model.scores(Layers.on(tape), inputs, task.outputs());
    this.loss = model.loss(scores, targets);
  }

  /** The number of parameters, d. */
  int dimension() {
    return tape.dimension();
  }

  List<Parameter> parameters() {
    return tape.parameters();
  }

  Shape lossShape() {
    return loss.shape();
  }

  /** Returns a plan for up to this many agents. */
  Plan plan(int agents) {
    return Plan.of(loss, agents, true);
  }

  /** Runs a plan in training; dropout drops the same values of every agent. */
  static void run(Plan plan, float[] weights, int agents) {
    plan.forward(weights, agents, TRAINING);
  }

  /** The array that holds the inputs of a plan. */
  float[] inputs(Plan plan) {
    return plan.values(inputs);
  }

  /** The array that holds the targets of a plan. */
  float[] targets(Plan plan) {
    return plan.values(targets);
  }

  /** The losses of a plan's agents after its run. */
  float[] losses(Plan plan) {
    return plan.values(loss);
  }

  /** Writes a batch for one agent of a plan; each {@code variant} is a different batch. */
  void fill(Plan plan, int agent, int variant) {
    Draws draws = new Randomness(7, "conformance inputs").at(variant);
    int size = inputs.shape().size();
    for (int i = 0; i < size; i++) {
      inputs(plan)[agent * size + i] = (float) draws.gaussian(i);
    }
    Draws labels = new Randomness(7, "conformance targets").at(variant);
    int count = targets.shape().size();
    for (int i = 0; i < count; i++) {
      targets(plan)[agent * count + i] =
          task.classes() > 0 ? labels.below(task.classes(), i) : (float) labels.gaussian(i);
    }
  }

  /** Weights within the bounds that the parameters declare. */
  float[] weights() {
    return weights(0);
  }

  /** Returns different values for each {@code variant}. */
  float[] weights(int variant) {
    float[] weights = new float[tape.dimension()];
    Randomness randomness = new Randomness(7, "conformance weights");
    List<Parameter> all = tape.parameters();
    for (int p = 0; p < all.size(); p++) {
      Parameter parameter = all.get(p);
      double bound = Math.max(parameter.bound(), LEAST_BOUND);
      for (int i = 0; i < parameter.shape().size(); i++) {
        weights[parameter.offset() + i] =
            (float)
                (bound * (2 * randomness.at(new AgentRound(variant, p)).uniform(i) - 1)
                    + parameter.centre());
      }
    }
    return weights;
  }
}
