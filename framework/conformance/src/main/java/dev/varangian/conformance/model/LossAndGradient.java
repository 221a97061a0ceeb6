package dev.varangian.conformance.model;

import dev.varangian.tensor.Plan;

/** The loss and gradient of one agent's batch. */
record LossAndGradient(float loss, float[] gradient) {

  /**
   * Computes those of a single agent.
   *
   * @param variant which batch
   */
  static LossAndGradient alone(RecordedModel recorded, int variant) {
    Plan plan = recorded.plan(1);
    recorded.fill(plan, 0, variant);
    RecordedModel.run(plan, recorded.weights(), 1);
    float[][] rows = new float[1][recorded.dimension()];
    plan.backward(rows, 0);
    return new LossAndGradient(recorded.losses(plan)[0], rows[0]);
  }
}
