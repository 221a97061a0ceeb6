package dev.varangian.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ConditionTest {

  @Test
  void whatAlwaysHoldsIsMet() {
    assertThat(Condition.ALWAYS).isEqualTo(new Condition("any n and f", true));
  }

  @Test
  void filtersAndFaultsAreBoundByNothingUnlessTheySaySo() {
    DataFault fault = (batch, agent, round) -> {};
    CoordinateFilter filter = () -> new CoordinateFilter.Span(0, 0);
    assertThat(fault.hardBound()).isEqualTo(Condition.ALWAYS);
    assertThat(filter.hardBound()).isEqualTo(Condition.ALWAYS);
    assertThat(filter.resilience()).isEqualTo(Condition.ALWAYS);
  }
}
