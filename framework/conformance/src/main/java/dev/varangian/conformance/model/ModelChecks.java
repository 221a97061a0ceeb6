package dev.varangian.conformance.model;

import dev.varangian.conformance.check.Check;
import dev.varangian.spi.training.Model;
import java.util.List;

/** What every model must do. */
public final class ModelChecks {
  private ModelChecks() {}

  /** Without these, none of the others would tell anything. */
  public static List<Check<Model>> first() {
    return List.of(new RecordsLoss(), new IsReproducible());
  }

  /** The others. */
  public static List<Check<Model>> others() {
    return List.of(
        new HasStableParameters(),
        new HasCorrectGradients(),
        new ComputesAgentsIndependently(),
        new DoesNotModifyInputs());
  }
}
