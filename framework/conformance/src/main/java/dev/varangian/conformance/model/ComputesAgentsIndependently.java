package dev.varangian.conformance.model;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.training.Model;
import dev.varangian.tensor.Plan;
import java.util.Arrays;

/** The gradient of each of several agents is equal to the bit to the one computed alone. */
final class ComputesAgentsIndependently implements Check<Model> {
  private static final int SAMPLES = 3;
  private static final int CAPACITY = 4;

  @Override
  public String claim() {
    return "computes each agent's gradient independently";
  }

  @Override
  public void on(Subject<Model> subject) {
    for (Task task : Tasks.of(subject)) {
      RecordedModel recorded = new RecordedModel(subject.open(), task, SAMPLES);
      Plan plan = recorded.plan(CAPACITY);
      for (int agents : new int[] {CAPACITY, CAPACITY - 1}) {
        for (int agent = 0; agent < agents; agent++) {
          recorded.fill(plan, agent, agent);
        }
        float[][] rows = new float[agents][recorded.dimension()];
        RecordedModel.run(plan, recorded.weights(), agents);
        plan.backward(rows, 0);
        for (int agent = 0; agent < agents; agent++) {
          String where = task + ", agent " + (agent + 1) + " of " + agents;
          require(
              where,
              new LossAndGradient(recorded.losses(plan)[agent], rows[agent]),
              LossAndGradient.alone(recorded, agent));
        }
      }
    }
  }

  private static void require(String where, LossAndGradient seen, LossAndGradient alone) {
    int place = Arrays.mismatch(seen.gradient(), alone.gradient());
    if (place >= 0) {
      throw new Violation(
          where
              + ": coordinate "
              + place
              + " of its gradient is "
              + Vectors.text(seen.gradient()[place]),
          Vectors.text(alone.gradient()[place]) + ", as when computed alone, to the bit");
    }
    if (Float.compare(seen.loss(), alone.loss()) != 0) {
      throw new Violation(
          where + ": its loss is " + Vectors.text(seen.loss()),
          Vectors.text(alone.loss()) + ", as when computed alone, to the bit");
    }
  }
}
