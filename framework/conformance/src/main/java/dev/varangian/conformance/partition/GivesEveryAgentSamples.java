package dev.varangian.conformance.partition;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.spi.data.Partition;

/** Every agent gets at least one sample, of those that there are. */
final class GivesEveryAgentSamples implements Check<Partition> {

  @Override
  public String claim() {
    return "gives every agent samples of the training set";
  }

  @Override
  public void on(Subject<Partition> subject) {
    for (int agents : new int[] {1, 2, 7, 10}) {
      Parts.of(subject, 2003, agents);
    }
  }
}
