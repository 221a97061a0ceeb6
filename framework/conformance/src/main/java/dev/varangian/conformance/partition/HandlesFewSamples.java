package dev.varangian.conformance.partition;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.Partition;

/** Few samples for many agents are split all the same, or refused in words. */
final class HandlesFewSamples implements Check<Partition> {

  @Override
  public String claim() {
    return "splits few samples, or refuses them in words";
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
                samples + " samples, " + agents + " agents are refused without a word",
                "what is wrong and what was expected");
          }
        }
      }
    }
  }
}
