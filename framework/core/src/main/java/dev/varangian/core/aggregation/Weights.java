package dev.varangian.core.aggregation;

import dev.varangian.core.component.InvalidOutputException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The weights that a component gives to vectors. */
public final class Weights {
  private Weights() {}

  /**
   * A checked copy of n weights.
   *
   * @throws InvalidOutputException if they are not n finite numbers
   */
  public static double[] checked(double @Nullable [] weights, int n) {
    if (weights == null) { // possible from third-party code that is not null-checked
      throw new InvalidOutputException("it gave null for the weights of " + n + " vectors");
    }
    if (weights.length != n) {
      throw new InvalidOutputException(
          "it gave " + weights.length + " weights for " + n + " vectors");
    }
    for (double weight : weights) {
      if (!Double.isFinite(weight)) {
        throw new InvalidOutputException("it gave the weights " + Arrays.toString(weights));
      }
    }
    return weights.clone();
  }

  /**
   * A checked copy of the weights of vectors and references, with 0 for references without a
   * weight.
   *
   * @throws InvalidOutputException if they are neither n nor n + references finite numbers
   */
  static double[] checked(double @Nullable [] weights, int n, int references) {
    boolean all = weights != null && weights.length == n + references;
    return Arrays.copyOf(checked(weights, all ? n + references : n), n + references);
  }
}
