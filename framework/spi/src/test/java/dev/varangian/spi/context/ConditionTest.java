package dev.varangian.spi.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.filter.CoordinateFilter;
import dev.varangian.spi.filter.CoordinateRule;
import org.junit.jupiter.api.Test;

final class ConditionTest {

  @Test
  void what_always_holds_is_met() {
    assertThat(Condition.ALWAYS).isEqualTo(new Condition("any n and f", true));
  }

  @Test
  void filters_and_faults_are_bound_by_nothing_unless_they_say_so() {
    DataFault fault = (batch, at) -> {};
    CoordinateFilter filter = () -> new CoordinateRule.Span(0, 0);
    assertThat(fault.hardBound()).isEqualTo(Condition.ALWAYS);
    assertThat(filter.hardBound()).isEqualTo(Condition.ALWAYS);
    assertThat(filter.resilience()).isEqualTo(Condition.ALWAYS);
  }
}
