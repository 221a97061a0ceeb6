package dev.varangian.core.grid.local;

import java.math.BigDecimal;
import java.time.Duration;

/** Times for people to read. */
public final class Seconds {
  private Seconds() {}

  /** A time in seconds, without zeros at its end, for instance {@code 2.5 s}. */
  public static String of(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString() + " s";
  }
}
