package dev.varangian.conformance.partition;

import dev.varangian.conformance.check.Check;
import dev.varangian.spi.data.Partition;
import java.util.List;

/** The checks of partitions. */
public final class PartitionChecks {
  private PartitionChecks() {}

  /** Returns the preconditions of the other checks. */
  public static List<Check<Partition>> first() {
    return List.of(new GivesEveryAgentSamples());
  }

  /** The others. */
  public static List<Check<Partition>> others() {
    return List.of(new IsReproducible(), new HandlesFewSamples());
  }
}
