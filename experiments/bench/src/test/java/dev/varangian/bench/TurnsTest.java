package dev.varangian.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

  @Test
  void works_take_turns_after_each_was_done_once() {
    List<String> done = new ArrayList<>();

    List<Spread> spreads =
        new Turns(0, 0, 2, 5).measure(List.of(() -> done.add("a"), () -> done.add("b")));

    assertThat(done).containsExactly("a", "b", "a", "b", "a", "b");
    assertThat(spreads).hasSize(2).allMatch(spread -> spread.minimum() >= 0);
  }

  @Test
  void there_are_no_more_turns_than_asked_for() {
    List<String> done = new ArrayList<>();

    new Turns(0, 1e6, 1, 3).measure(() -> done.add("a"));

    assertThat(done).hasSize(1 + 3);
  }

  @Test
  void the_median_is_the_middle_or_the_mean_of_the_middle_two() {
    assertThat(Spread.of(3, 1, 8)).isEqualTo(new Spread(1, 3, 8));
    assertThat(Spread.of(3, 1, 8, 4)).isEqualTo(new Spread(1, 3.5, 8));
    assertThatThrownBy(Spread::of).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_longest_time_is_the_lowest_rate() {
    assertThat(new Spread(1, 2, 4).falling(time -> 8 / time)).isEqualTo(new Spread(2, 4, 8));
  }
}
