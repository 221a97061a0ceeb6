package dev.varangian.conformance.dataset;

import dev.varangian.conformance.check.Check;
import dev.varangian.spi.data.Dataset;
import java.util.List;

/** The checks of data sets. */
public final class DatasetChecks {
  private DatasetChecks() {}

  /** Returns the preconditions of the other checks. */
  public static List<Check<Dataset>> first() {
    return List.of(new OpensWithSamples());
  }

  /** The others. */
  public static List<Check<Dataset>> others() {
    return List.of(
        new WritesDeclaredShapes(), new HasValidValues(), new IsReproducible(), new IsThreadSafe());
  }
}
