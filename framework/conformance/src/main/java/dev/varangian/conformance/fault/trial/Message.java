package dev.varangian.conformance.fault.trial;

import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import java.util.Arrays;
import java.util.Optional;

/**
 * The message of a faulty agent.
 *
 * @param vector empty if nothing
 */
public record Message(Optional<float[]> vector) {

  /**
   * @param what describes the sender of {@code this}, worded to precede "sends"
   * @throws Violation if a bit differs
   */
  public void requireSameAs(Message expected, String what) {
    float[] own = vector.orElse(null);
    float[] other = expected.vector.orElse(null);
    if (Arrays.equals(own, other)) {
      return;
    }
    int place = own == null || other == null ? -1 : Arrays.mismatch(own, other);
    String where = place < 0 ? "" : " (they differ in coordinate " + place + ")";
    throw new Violation(what + " sends " + this + where, expected + ", to the bit");
  }

  @Override
  public String toString() {
    return vector.map(Vectors::text).orElse("nothing");
  }
}
