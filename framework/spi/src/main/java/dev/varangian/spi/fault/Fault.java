package dev.varangian.spi.fault;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.run.Metric;
import java.util.List;

/**
 * What a faulty agent does: to its data before the gradient ({@link DataFault}), to the gradient
 * ({@link GradientFault}) or to the message that carries it ({@link MessageFault}). One instance
 * serves all agents that have the fault in a run. A fault on gradients or messages is called for
 * one agent after another, in the order of the agents. A fault on data may be called for several
 * agents at the same time, so it must be stateless.
 */
public sealed interface Fault permits DataFault, GradientFault, MessageFault {

  /** What must hold for the fault to be possible; checked before anything runs. */
  default Condition hardBound() {
    return Condition.ALWAYS;
  }

  /** The metrics that the fault reports about a run; called once, before the first round. */
  default List<Metric> metrics() {
    return List.of();
  }
}
