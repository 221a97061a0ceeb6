package example.{{package}};

import dev.varangian.spi.context.Param;
import dev.varangian.spi.run.Engine;
import dev.varangian.spi.run.EngineContext;
import dev.varangian.spi.run.EngineListener;
import dev.varangian.spi.run.ResolvedRun;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Executes the runs one after the other in this process.
 *
 * <p>A start: send {@link ResolvedRun#yaml} to where the runs should be executed, and bring the
 * files back into the folder of each run.
 */
public final class {{class}} implements Engine {

  /** The parameters of {@code {{name}}}. */
  public record Parameters(
      @Param(value = "whether the last run is executed first", defaultValue = "false")
          boolean reversed) {}

  private final Parameters parameters;

  @Inject
  {{class}}(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public void execute(List<ResolvedRun> runs, EngineContext context, EngineListener listener) {
    List<ResolvedRun> ordered = new ArrayList<>(runs);
    if (parameters.reversed()) {
      Collections.reverse(ordered);
    }
    ordered.forEach(run -> run.execute(listener));
  }
}
