package dev.varangian.core.grid;

import dev.varangian.core.catalogue.plugin.TimeLimit;
import dev.varangian.core.component.ComponentException;
import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.Run;
import dev.varangian.core.experiment.yaml.Problem;
import dev.varangian.core.wiring.Attempt;
import dev.varangian.core.wiring.Preparation;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.spi.context.ConfigurationException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The result of creating the components of all runs before anything runs.
 *
 * @param problems problems for the user to fix; nothing should run if there are any
 * @param warnings the warnings, one line each
 */
public record GridCheck(Set<Problem> problems, Set<String> warnings) {

  /**
   * @param limit how long creating the components of a run with external components may take
   * @throws ConfigurationException if creating them takes longer
   */
  static GridCheck of(
      Experiment experiment, Preparation preparation, RunSinks sinks, Duration limit) {
    GridCheck check = new GridCheck(new LinkedHashSet<>(), new LinkedHashSet<>());
    for (Run run : experiment.runs()) {
      List<String> external = GridRun.externalComponents(run, experiment.sinks());
      Runnable work = () -> check.add(run, experiment, preparation, sinks);
      if (external.isEmpty()) {
        work.run();
      } else {
        TimeLimit.run(
            work,
            limit,
            () -> {
              throw new ConfigurationException(
                  "the components of "
                      + run.id()
                      + " were not created within "
                      + TimeLimit.seconds(limit)
                      + " (--limit changes that); from external plugins: "
                      + String.join(", ", external));
            });
      }
    }
    return check;
  }

  private void add(Run run, Experiment experiment, Preparation preparation, RunSinks sinks) {
    try {
      sinks.of(experiment.sinks(), run.spec().seed());
      Attempt<PreparedRun> attempt = preparation.prepare(run.spec());
      problems.addAll(attempt.problems());
      attempt.value().flatMap(prepared -> prepared.server().warning()).ifPresent(warnings::add);
    } catch (ComponentException e) {
      if (!e.foreign()) {
        throw e;
      }
      // Only this run will fail, for the same reason.
    }
  }
}
