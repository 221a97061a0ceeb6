package dev.varangian.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.bench.Spread;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {
  private static final Path HOME = Path.of("java");

  private static Result result(double goal, double breaking, double ours, double... others) {
    List<Side> sides =
        List.of(
            new Side(Station.torch(2, "", HOME, HOME), "work"),
            new Side(Station.torch(2, "PASSIVE", HOME, HOME), "work"));
    Side own = new Side(Station.ours(2, "vector", HOME), "work");
    return new Result(
        new Row("figure", own, sides, goal, breaking),
        Spread.of(ours),
        List.of(Spread.of(others[0]), Spread.of(others[1])));
  }

  @Test
  void the_fastest_setting_of_the_peer_counts() {
    assertThat(result(1, 10, 3, 8, 6).ratio()).isEqualTo(0.5);
    assertThat(result(1, 10, 3, 8, 6).line()).contains("PASSIVE").endsWith("0.500 <= 1.00  met");
    assertThat(result(1, 10, 3, 4, 6).line()).contains("default");
  }

  @Test
  void a_goal_is_missed_by_a_ratio_above_it_and_may_be_absent() {
    assertThat(result(0.4, 10, 3, 8, 6).line()).endsWith("missed");
    assertThat(result(Double.NaN, 10, 3, 8, 6).line()).endsWith("0.500");
  }

  @Test
  void a_kernel_that_was_not_compiled_is_broken() {
    assertThat(result(1, 10, 61, 8, 6).broken()).isTrue();
    assertThat(result(1, 10, 61, 8, 6).line()).endsWith("BROKEN");
    assertThat(result(1, 10, 60, 8, 6).broken()).isFalse();
  }
}
