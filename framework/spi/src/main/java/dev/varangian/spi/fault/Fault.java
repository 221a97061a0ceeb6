package dev.varangian.spi.fault;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.run.Metric;
import java.util.List;

/**
 * What a faulty agent does: to its data before the gradient ({@link DataFault}), to the gradient
 * ({@link GradientFault}) or to the message that carries it ({@link MessageFault}). One object
 * serves all agents that have the fault in a run: on gradients and messages one agent after the
 * other, in their order; on data several at a time, so that a fault on data must keep no state.
 */
public sealed interface Fault permits DataFault, GradientFault, MessageFault {

  /** What must hold for the fault to be possible; checked before anything runs. */
  default Condition hardBound() {
    return Condition.ALWAYS;
  }

  /** The numbers that the fault reports about a run; asked once, before the first round. */
  default List<Metric> metrics() {
    return List.of();
  }
}
