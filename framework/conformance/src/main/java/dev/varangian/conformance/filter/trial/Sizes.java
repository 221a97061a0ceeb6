package dev.varangian.conformance.filter.trial;

import dev.varangian.conformance.check.Inapplicable;
import dev.varangian.conformance.check.Instance;
import dev.varangian.conformance.check.Refused;
import dev.varangian.conformance.check.Subject;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The numbers of agents at which a filter can be tried. */
public final class Sizes {
  /** Tried in this order where a check's own sizes are all refused. */
  private static final int[] OTHERS = {16, 25, 10, 7, 4};

  private Sizes() {}

  /**
   * A filter for these sizes.
   *
   * @throws Refused if it refuses them, or its hard bound does
   */
  public static Instance<GradientFilter> make(Subject<GradientFilter> subject, Geometry sizes) {
    Instance<GradientFilter> made = subject.make(sizes);
    Refused.unless(made.component().hardBound(), sizes);
    return made;
  }

  /**
   * For each n the greatest f up to a third of it that the filter takes; none for an n that it
   * refuses. If it refuses them all, another size, so that no check passes without having tried
   * anything.
   *
   * @throws Inapplicable if it takes no size at all
   */
  public static List<Geometry> usual(Subject<GradientFilter> subject, int d, int... ns) {
    List<Geometry> sizes = taken(subject, d, ns);
    if (!sizes.isEmpty()) {
      return sizes;
    }
    return IntStream.of(OTHERS)
        .mapToObj(n -> greatestTolerance(subject, n, d))
        .flatMap(Optional::stream)
        .findFirst()
        .map(List::of)
        .orElseThrow(
            () -> new Inapplicable("it takes none of 4, 7, 10, 16 and 25 agents at d = " + d));
  }

  /** The same; empty if it refuses them all. */
  public static List<Geometry> taken(Subject<GradientFilter> subject, int d, int... ns) {
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
  public static Optional<String> refusal(Subject<GradientFilter> subject, Geometry sizes) {
    try {
      make(subject, sizes);
      return Optional.empty();
    } catch (Refused e) {
      return Optional.of(e.reason());
    }
  }

  /** For instance {@code n = 10, f = 3}. */
  public static String text(Geometry sizes) {
    return "n = " + sizes.n() + ", f = " + sizes.f();
  }
}
