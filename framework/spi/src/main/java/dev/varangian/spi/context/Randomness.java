package dev.varangian.spi.context;

import java.nio.charset.StandardCharsets;

/**
 * Random numbers that depend only on (seed, purpose, round, agent, index): requesting them in
 * another order, more than once or from several threads makes no difference.
 */
public final class Randomness {
  private final long key;

  /**
   * @param seed the run's seed
   * @param purpose what the numbers are for; numbers for different purposes are independent
   */
  public Randomness(long seed, String purpose) {
    long hash = mix(seed);
    for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
      hash = mix(hash ^ (b & 0xff));
    }
    this.key = hash;
  }

  /** The random numbers of one agent in one round. */
  public Draws at(AgentRound at) {
    return new Draws(mix(mix(key + at.round()) + at.agent()));
  }

  /**
   * The random numbers of one of several things, such as samples, independent of the round.
   *
   * @param index which of them, counted from 0
   */
  public Draws at(int index) {
    return at(new AgentRound(0, index));
  }

  /**
   * The finaliser of SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable PRNGs"), after its step.
   */
  static long mix(long z) {
    z += 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
