package dev.varangian.spi.context;

/**
 * An endless sequence of random numbers, accessed by index: SplitMix64's output function applied to
 * a counter. For each distribution, the same index always gives the same number.
 */
public final class Draws {
  private final long key;

  Draws(long key) {
    this.key = key;
  }

  /** 64 random bits. */
  public long bits(long index) {
    return Randomness.mix(key + index * 0x9e3779b97f4a7c15L);
  }

  /**
   * Uniform in the open interval (0, 1): an odd multiple of 2^-53, so that 1 minus it is exact too.
   */
  public double uniform(long index) {
    return ((bits(index) >>> 12) + 0.5) * 0x1.0p-52;
  }

  /**
   * Uniform over the integers 0 to {@code bound} - 1.
   *
   * @throws IllegalArgumentException if {@code bound} is below 1
   */
  public int below(int bound, long index) {
    if (bound < 1) {
      throw new IllegalArgumentException("no numbers below " + bound);
    }
    return (int) Math.multiplyHigh(bits(index) >>> 1, 2L * bound);
  }

  /** Standard normal, by the inverse of the distribution function. */
  public double gaussian(long index) {
    return Normal.quantile(uniform(index));
  }
}
