package dev.varangian.conformance.filter.trial;

import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import java.util.Arrays;

/** Results that must be equal to the bit. */
public final class SameBits {
  private SameBits() {}

  /**
   * @param what the vectors and the source of {@code seen}, worded to precede "gives"
   * @throws Violation if a bit differs
   */
  public static void require(FilterResult expected, FilterResult seen, String what) {
    if (expected.sameBits(seen)) {
      return;
    }
    int place = Arrays.mismatch(expected.output(), seen.output());
    if (place >= 0) {
      throw new Violation(
          what + " gives " + Vectors.text(seen.output()[place]) + " in coordinate " + place,
          Vectors.text(expected.output()[place]) + ", to the bit");
    }
    throw new Violation(
        what + " gives the weights " + Arrays.toString(seen.shares()),
        Arrays.toString(expected.shares()) + ", to the bit");
  }
}
