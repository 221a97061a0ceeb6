package dev.varangian.spi.context;

/**
 * A condition on n, f and the parameters, and whether it is met.
 *
 * @param text for instance {@code n > 3f}
 * @param met whether it holds
 */
public record Condition(String text, boolean met) {
  /** Holds for all n and f. */
  public static final Condition ALWAYS = new Condition("any n and f", true);
}
