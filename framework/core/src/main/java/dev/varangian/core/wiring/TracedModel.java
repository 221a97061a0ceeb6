package dev.varangian.core.wiring;

import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.training.Layers;
import dev.varangian.spi.training.Model;
import dev.varangian.tensor.BatchStatistics;
import dev.varangian.tensor.Parameter;
import dev.varangian.tensor.Plan;
import dev.varangian.tensor.Tape;
import dev.varangian.tensor.Tensor;
import dev.varangian.tensor.operation.Shape;
import java.util.List;

/** A model recorded for batches of one size. */
public final class TracedModel {
  private final Tape tape;
  private final Tensor inputs;
  private final Tensor targets;
  private final Tensor scores;
  private final Tensor loss;

  private TracedModel(Tape tape, Tensor inputs, Tensor targets, Tensor scores, Tensor loss) {
    this.tape = tape;
    this.inputs = inputs;
    this.targets = targets;
    this.scores = scores;
    this.loss = loss;
  }

  /**
   * @throws IllegalArgumentException if the model does not fit the data set's shapes
   */
  public static TracedModel of(Model model, Dataset dataset, int samples) {
    Tape tape = Tape.recording();
    Tensor inputs = tape.input(dataset.inputShape().prepend(samples));
    int outputs = dataset.classes() > 0 ? dataset.classes() : dataset.targetShape().size();
    Tensor targets =
        tape.input(dataset.classes() > 0 ? Shape.of(samples) : Shape.of(samples, outputs));
    Tensor scores = model.scores(Layers.on(tape), inputs, outputs);
    if (!scores.shape().equals(Shape.of(samples, outputs))) {
      throw new IllegalArgumentException(
          "the model's scores have shape "
              + scores.shape()
              + ", expected "
              + Shape.of(samples, outputs));
    }
    return new TracedModel(tape, inputs, targets, scores, model.loss(scores, targets));
  }

  /** The number of parameters, d. */
  public int dimension() {
    return tape.dimension();
  }

  /** A plan for up to {@code agents} batches at a time. */
  public Plan plan(int agents, boolean differentiate) {
    return Plan.of(loss, agents, differentiate);
  }

  /** The number of dropout layers. */
  public int dropouts() {
    return tape.dropouts();
  }

  /**
   * Creates an estimator of the statistics of batch normalisation on the given number of batches.
   */
  public BatchStatistics statistics(int batches) {
    return new BatchStatistics(tape, batches);
  }

  /**
   * Checks that batches of this size can train the model.
   *
   * @throws IllegalArgumentException if a layer needs larger batches
   */
  void requireTrainable() {
    tape.requireTrainable();
  }

  /**
   * Draws initial weights uniformly within each parameter's bounds; each depends only on the seed
   * and its position.
   */
  public void initialise(float[] weights, long seed) {
    Randomness randomness = new Randomness(seed, "initial weights");
    List<Parameter> parameters = tape.parameters();
    for (int p = 0; p < parameters.size(); p++) {
      Parameter parameter = parameters.get(p);
      Draws draws = randomness.at(p);
      for (int i = 0; i < parameter.shape().size(); i++) {
        // Adding a centre of 0 turns the -0.0 of a zero bound into +0.0.
        weights[parameter.offset() + i] =
            (float) (parameter.bound() * (2 * draws.uniform(i) - 1) + parameter.centre());
      }
    }
  }

  public Tensor inputs() {
    return inputs;
  }

  public Tensor targets() {
    return targets;
  }

  public Tensor scores() {
    return scores;
  }

  public Tensor loss() {
    return loss;
  }
}
