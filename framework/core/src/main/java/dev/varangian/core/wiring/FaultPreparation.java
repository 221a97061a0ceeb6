package dev.varangian.core.wiring;

import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.FaultAssignment;
import dev.varangian.core.experiment.yaml.Problem;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Fault;
import java.util.List;
import java.util.Optional;

/** Creates faults and checks that they are possible. */
public final class FaultPreparation {
  private FaultPreparation() {}

  /**
   * Prepares a fault without regard to the data set.
   *
   * @param sizes the sizes, with the actual number of faulty agents
   */
  public static Attempt<Fault> prepare(
      Components components, Choice<Fault> choice, Geometry sizes) {
    return components.attempt(
        choice,
        () -> {
          Fault fault = components.create(choice, sizes);
          return Attempt.of(fault, HardBound.check(choice, fault.hardBound(), sizes));
        });
  }

  /** The fault of some agents in a run. */
  static Attempt<ActiveFault> prepare(
      Components components, FaultAssignment assignment, Geometry sizes, Dataset dataset) {
    Choice<Fault> choice = assignment.fault();
    return prepare(components, choice, sizes)
        .then(
            fault ->
                components.attempt(
                    choice, () -> Attempt.of(fault, problems(choice, fault, dataset))))
        .then(
            fault ->
                Attempt.of(
                    new ActiveFault(
                        fault,
                        assignment.agents(),
                        assignment.from(),
                        assignment.until(),
                        Optional.of(choice))));
  }

  private static List<Problem> problems(Choice<?> choice, Fault fault, Dataset dataset) {
    if (!(fault instanceof DataFault onData)) {
      return List.of();
    }
    Condition accepted = onData.accepts(dataset);
    return accepted.met()
        ? List.of()
        : List.of(
            new Problem(
                choice.origin(), choice.component().name() + " requires " + accepted.text()));
  }
}
