package dev.varangian.core.simulation;

import dev.varangian.spi.Dataset;
import dev.varangian.spi.Samples;
import dev.varangian.tensor.Plan;

/**
 * Loss and accuracy over the test set. Each sample goes through as a batch of its own, many at a
 * time, and the losses are added in the order of the samples.
 */
final class Evaluation {
  private static final int SAMPLES_IN_A_PASS = 32;

  private final Dataset dataset;
  private final Workers workers;
  private final TracedModel traced;
  private final Plan[] plans;
  private final float[] losses;
  private final boolean[] correct;

  /**
   * @param accuracy the share of samples whose first greatest score is the label's; NaN without
   *     classes
   */
  record Measured(double loss, double accuracy) {}

  Evaluation(PreparedRun run, Workers workers) {
    this.dataset = run.dataset();
    this.workers = workers;
    this.traced = run.onSamples();
    this.plans = new Plan[workers.threads()];
    for (int i = 0; i < plans.length; i++) {
      plans[i] = traced.plan(SAMPLES_IN_A_PASS, false);
    }
    this.losses = new float[dataset.test().size()];
    this.correct = new boolean[losses.length];
  }

  /** Measures the model with these weights. */
  Measured measure(float[] weights) {
    workers.run(
        (losses.length + SAMPLES_IN_A_PASS - 1) / SAMPLES_IN_A_PASS,
        (task, worker) -> pass(plans[worker], weights, task * SAMPLES_IN_A_PASS));
    double loss = 0;
    int right = 0;
    for (int i = 0; i < losses.length; i++) {
      loss += losses[i];
      right += correct[i] ? 1 : 0;
    }
    return new Measured(loss / losses.length, accuracy(right));
  }

  /** The accuracy of a constant guess of class 0, which a diverged model is given. */
  double guess() {
    float[] target = new float[dataset.targetShape().size()];
    int right = 0;
    for (int i = 0; i < losses.length; i++) {
      dataset.test().readTarget(i, target, 0);
      right += target[0] == 0 ? 1 : 0;
    }
    return accuracy(right);
  }

  private double accuracy(int right) {
    return dataset.classes() == 0 ? Double.NaN : right / (double) losses.length;
  }

  private void pass(Plan plan, float[] weights, int first) {
    int count = Math.min(SAMPLES_IN_A_PASS, losses.length - first);
    Samples test = dataset.test();
    float[] inputs = plan.values(traced.inputs());
    float[] targets = plan.values(traced.targets());
    int targetSize = dataset.targetShape().size();
    for (int i = 0; i < count; i++) {
      test.readInput(first + i, inputs, i * dataset.inputShape().size());
      test.readTarget(first + i, targets, i * targetSize);
    }
    plan.forward(weights, count);
    System.arraycopy(plan.values(traced.loss()), 0, losses, first, count);
    float[] scores = plan.values(traced.scores());
    for (int i = 0; i < count; i++) {
      correct[first + i] =
          dataset.classes() > 0
              && greatest(scores, i * dataset.classes(), dataset.classes())
                  == (int) targets[i * targetSize];
    }
  }

  private static int greatest(float[] scores, int from, int count) {
    int greatest = 0;
    for (int i = 1; i < count; i++) {
      if (scores[from + i] > scores[from + greatest]) {
        greatest = i;
      }
    }
    return greatest;
  }
}
