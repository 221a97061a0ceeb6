package dev.varangian.bench;

import dev.varangian.bench.work.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Times pieces of work in turn, so that whatever slows the machine for a while slows all of them.
 *
 * @param warmUpSeconds how long each is done before it is timed, at least once
 * @param seconds how long all are timed together
 * @param fewest the least number of turns, even if they take longer
 * @param most the greatest number of turns
 */
public record Turns(double warmUpSeconds, double seconds, int fewest, int most) {

  /** Does {@code work} until it runs as fast as it will. */
  public void warmUp(Work work) {
    double left = warmUpSeconds * 1e3;
    do {
      left -= work.milliseconds();
    } while (left > 0);
  }

  /** The times of each work, in milliseconds, in their order. */
  public List<Spread> measure(List<? extends Work> works) {
    works.forEach(this::warmUp);
    double[][] times = new double[works.size()][most];
    int turns = 0;
    for (double left = seconds * 1e3; turns < fewest || (left > 0 && turns < most); turns++) {
      for (int i = 0; i < times.length; i++) {
        times[i][turns] = works.get(i).milliseconds();
        left -= times[i][turns];
      }
    }
    List<Spread> spreads = new ArrayList<>();
    for (double[] each : times) {
      spreads.add(Spread.of(Arrays.copyOf(each, turns)));
    }
    return spreads;
  }

  /** The times of one work, in milliseconds. */
  public Spread measure(Work work) {
    return measure(List.of(work)).get(0);
  }
}
