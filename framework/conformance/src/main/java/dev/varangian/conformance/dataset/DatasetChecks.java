package dev.varangian.conformance.dataset;

import dev.varangian.conformance.check.Check;
import dev.varangian.spi.data.Dataset;
import java.util.List;

/** What every data set must do. */
public final class DatasetChecks {
  private DatasetChecks() {}

  /** Without these, none of the others would tell anything. */
  public static List<Check<Dataset>> first() {
    return List.of(new OpensWithSamples());
  }

  /** The others. */
  public static List<Check<Dataset>> others() {
    return List.of(
        new WritesDeclaredShapes(), new HasValidValues(), new IsReproducible(), new IsThreadSafe());
  }
}
