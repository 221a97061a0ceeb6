package dev.varangian.conformance.partition;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.spi.data.Partition;

/** Every agent gets at least one sample, all from the training set. */
final class GivesEveryAgentSamples implements Check<Partition> {

  @Override
  public String claim() {
    return "assigns training samples to every agent";
  }

  @Override
  public void on(Subject<Partition> subject) {
    for (int agents : new int[] {1, 2, 7, 10}) {
      Parts.of(subject, 2003, agents);
    }
  }
}
