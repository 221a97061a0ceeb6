package dev.varangian.conformance.model;

import dev.varangian.conformance.check.Check;
import dev.varangian.spi.training.Model;
import java.util.List;

/** The checks of models. */
public final class ModelChecks {
  private ModelChecks() {}

  /** Returns the preconditions of the other checks. */
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
