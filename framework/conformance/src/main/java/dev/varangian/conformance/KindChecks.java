package dev.varangian.conformance;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.dataset.DatasetChecks;
import dev.varangian.conformance.fault.FaultChecks;
import dev.varangian.conformance.filter.FilterChecks;
import dev.varangian.conformance.filter.PreAggregatorChecks;
import dev.varangian.conformance.model.ModelChecks;
import dev.varangian.conformance.partition.PartitionChecks;
import dev.varangian.conformance.schedule.ScheduleChecks;
import dev.varangian.spi.Kind;
import java.util.List;

/**
 * The checks of a kind.
 *
 * @param first the preconditions of the others
 */
record KindChecks<T>(List<Check<T>> first, List<Check<T>> others) {

  static KindChecks<?> of(Kind kind) {
    return switch (kind) {
      case FILTER -> new KindChecks<>(FilterChecks.first(), FilterChecks.others());
      case PRE_AGGREGATOR ->
          new KindChecks<>(PreAggregatorChecks.first(), PreAggregatorChecks.others());
      case FAULT -> new KindChecks<>(FaultChecks.first(), FaultChecks.others());
      case DATASET -> new KindChecks<>(DatasetChecks.first(), DatasetChecks.others());
      case PARTITION -> new KindChecks<>(PartitionChecks.first(), PartitionChecks.others());
      case MODEL -> new KindChecks<>(ModelChecks.first(), ModelChecks.others());
      case SCHEDULE -> new KindChecks<>(ScheduleChecks.first(), ScheduleChecks.others());
      default -> new KindChecks<>(List.of(), List.of()); // the declaration alone is checked
    };
  }
}
