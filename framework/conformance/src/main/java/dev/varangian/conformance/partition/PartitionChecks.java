package dev.varangian.conformance.partition;

import dev.varangian.conformance.check.Check;
import dev.varangian.spi.data.Partition;
import java.util.List;

/** What every partition must do. */
public final class PartitionChecks {
  private PartitionChecks() {}

  /** Without these, none of the others would tell anything. */
  public static List<Check<Partition>> first() {
    return List.of(new GivesEveryAgentSamples());
  }

  /** The others. */
  public static List<Check<Partition>> others() {
    return List.of(new IsReproducible(), new HandlesFewSamples());
  }
}
