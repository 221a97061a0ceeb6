package dev.varangian.conformance.filter.symmetry;

import dev.varangian.conformance.check.Inapplicable;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Symmetry;
import java.util.Locale;

/** The symmetries that a filter declares. */
public final class DeclaredSymmetry {
  private DeclaredSymmetry() {}

  /**
   * @throws Inapplicable if it doesn't declare the symmetry
   */
  static void require(GradientFilter filter, Symmetry symmetry) {
    if (!filter.symmetries().contains(symmetry)) {
      throw new Inapplicable(
          "it does not declare the symmetry " + symmetry.name().toLowerCase(Locale.ROOT));
    }
  }
}
