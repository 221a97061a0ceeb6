package dev.varangian.benchmarks.peers;

import dev.varangian.bench.work.Work;

/** The pieces of work that one process knows, each by its name. */
interface Works {

  /**
   * Makes what the work needs.
   *
   * @param name for instance {@code lenet 16}
   * @throws IllegalArgumentException if it knows none of that name
   * @throws IllegalStateException if its results are not what they should be
   */
  Work of(String name);
}
