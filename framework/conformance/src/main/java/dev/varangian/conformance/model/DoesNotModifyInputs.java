package dev.varangian.conformance.model;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.training.Model;
import dev.varangian.tensor.Plan;
import java.util.Arrays;

/** Operations write only their results. */
final class DoesNotModifyInputs implements Check<Model> {
  private static final int SAMPLES = 3;
  private static final int AGENTS = 2;

  @Override
  public String claim() {
    return "does not modify inputs, targets or weights";
  }

  @Override
  public void on(Subject<Model> subject) {
    for (Task task : Tasks.of(subject)) {
      RecordedModel recorded = new RecordedModel(subject.open(), task, SAMPLES);
      Plan plan = recorded.plan(AGENTS);
      for (int agent = 0; agent < AGENTS; agent++) {
        recorded.fill(plan, agent, agent);
      }
      float[] weights = recorded.weights();
      float[] inputs = recorded.inputs(plan).clone();
      float[] targets = recorded.targets(plan).clone();
      RecordedModel.run(plan, weights, AGENTS);
      plan.backward(new float[AGENTS][recorded.dimension()], 0);
      require(task, "inputs", inputs, recorded.inputs(plan));
      require(task, "targets", targets, recorded.targets(plan));
      require(task, "weights", recorded.weights(), weights);
    }
  }

  private static void require(Task task, String what, float[] before, float[] after) {
    int place = Arrays.mismatch(before, after);
    if (place >= 0) {
      throw new Violation(
          task + ": number " + place + " of the " + what + " changed to " + after[place],
          before[place] + ", as before");
    }
  }
}
