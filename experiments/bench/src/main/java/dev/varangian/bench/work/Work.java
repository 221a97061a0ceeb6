package dev.varangian.bench.work;

/** A piece of work that is done again and again to be timed. */
@FunctionalInterface
public interface Work {
  /** Does it once. */
  void once();

  /** How long doing it once takes now, in milliseconds. */
  default double milliseconds() {
    long start = System.nanoTime();
    once();
    return (System.nanoTime() - start) / 1e6;
  }
}
