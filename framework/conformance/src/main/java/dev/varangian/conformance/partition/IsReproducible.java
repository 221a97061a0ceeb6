package dev.varangian.conformance.partition;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.data.Partition;
import java.util.Arrays;
import java.util.List;

/** A partition created again with the same seed makes the same parts. */
final class IsReproducible implements Check<Partition> {
  private static final int SAMPLES = 2003;

  @Override
  public String claim() {
    return "makes the same parts every time";
  }

  @Override
  public void on(Subject<Partition> subject) {
    for (int agents : new int[] {1, 2, 7, 10}) {
      List<int[]> once = Parts.of(subject, SAMPLES, agents);
      List<int[]> again = Parts.of(subject, SAMPLES, agents);
      for (int agent = 0; agent < agents; agent++) {
        if (!Arrays.equals(once.get(agent), again.get(agent))) {
          throw new Violation(
              SAMPLES
                  + " samples, "
                  + agents
                  + " agents: created again with the same seed, the part of agent "
                  + (agent + 1)
                  + " is different",
              "the same samples in the same order");
        }
      }
    }
  }
}
