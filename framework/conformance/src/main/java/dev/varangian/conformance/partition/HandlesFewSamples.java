package dev.varangian.conformance.partition;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.Partition;

/** Few samples for many agents are either split or rejected with a message. */
final class HandlesFewSamples implements Check<Partition> {

  @Override
  public String claim() {
    return "splits few samples or rejects them with a message";
  }

  @Override
  public void on(Subject<Partition> subject) {
    for (int agents : new int[] {3, 10}) {
      for (int samples = 1; samples <= 2 * agents; samples++) {
        try {
          Parts.of(subject, samples, agents);
        } catch (ConfigurationException e) {
          if (e.getMessage() == null || e.getMessage().isBlank()) {
            throw new Violation(
                samples + " samples, " + agents + " agents are rejected without a message",
                "a message that says what is wrong and what was expected");
          }
        }
      }
    }
  }
}
