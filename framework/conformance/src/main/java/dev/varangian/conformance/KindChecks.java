package dev.varangian.conformance;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.data.DatasetChecks;
import dev.varangian.conformance.data.PartitionChecks;
import dev.varangian.conformance.data.ScheduleChecks;
import dev.varangian.conformance.fault.FaultChecks;
import dev.varangian.conformance.filter.FilterChecks;
import dev.varangian.conformance.filter.MixingChecks;
import dev.varangian.conformance.model.ModelChecks;
import dev.varangian.spi.Kind;
import java.util.List;

/**
 * The checks of a kind.
 *
 * @param first those without which the others would tell nothing
 */
record KindChecks<T>(List<Check<T>> first, List<Check<T>> others) {

  static KindChecks<?> of(Kind kind) {
    return switch (kind) {
      case FILTER -> new KindChecks<>(FilterChecks.first(), FilterChecks.others());
      case PRE_AGGREGATOR -> new KindChecks<>(MixingChecks.first(), MixingChecks.others());
      case FAULT -> new KindChecks<>(FaultChecks.first(), FaultChecks.others());
      case DATASET -> new KindChecks<>(DatasetChecks.first(), DatasetChecks.others());
      case PARTITION -> new KindChecks<>(PartitionChecks.first(), PartitionChecks.others());
      case MODEL -> new KindChecks<>(ModelChecks.first(), ModelChecks.others());
      case SCHEDULE -> new KindChecks<>(ScheduleChecks.first(), ScheduleChecks.others());
      default -> new KindChecks<>(List.of(), List.of()); // the declaration alone is checked
    };
  }
}
