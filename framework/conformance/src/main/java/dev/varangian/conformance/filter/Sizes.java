package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Made;
import dev.varangian.conformance.check.Refusal;
import dev.varangian.conformance.check.Subject;
import dev.varangian.spi.Geometry;
import dev.varangian.spi.GradientFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The numbers of agents at which a filter can be tried. */
final class Sizes {
  private Sizes() {}

  /**
   * A filter for these sizes.
   *
   * @throws Refusal if it refuses them, or its hard bound does
   */
  static Made<GradientFilter> make(Subject<GradientFilter> subject, Geometry sizes) {
    Made<GradientFilter> made = subject.make(sizes);
    Refusal.unless(made.component().hardBound(), sizes);
    return made;
  }

  /**
   * For each n the greatest f up to a third of it that the filter takes; none for an n that it
   * refuses. No size is at the edge of what can be computed.
   */
  static List<Geometry> usual(Subject<GradientFilter> subject, int d, int... ns) {
    List<Geometry> sizes = new ArrayList<>();
    for (int n : ns) {
      greatestTolerance(subject, n, d).ifPresent(sizes::add);
    }
    return List.copyOf(sizes);
  }

  private static Optional<Geometry> greatestTolerance(
      Subject<GradientFilter> subject, int n, int d) {
    for (int f = (n - 1) / 3; f >= 0; f--) {
      Geometry sizes = new Geometry(n, f, d);
      if (refusal(subject, sizes).isEmpty()) {
        return Optional.of(sizes);
      }
    }
    return Optional.empty();
  }

  /** What a filter says against these sizes; empty if it takes them. */
  static Optional<String> refusal(Subject<GradientFilter> subject, Geometry sizes) {
    try {
      make(subject, sizes);
      return Optional.empty();
    } catch (Refusal e) {
      return Optional.of(e.reason());
    }
  }

  /** For instance {@code n = 10, f = 3}. */
  static String text(Geometry sizes) {
    return "n = " + sizes.n() + ", f = " + sizes.f();
  }
}
