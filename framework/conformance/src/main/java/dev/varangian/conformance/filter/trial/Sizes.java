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

/** The sizes at which a filter is checked. */
public final class Sizes {
  /** Tried in this order if all of a check's own sizes are rejected. */
  private static final int[] OTHERS = {16, 25, 10, 7, 4};

  private Sizes() {}

  /**
   * Creates a filter for these sizes.
   *
   * @throws Refused if the component or its hard bound rejects them
   */
  public static Instance<GradientFilter> make(Subject<GradientFilter> subject, Geometry sizes) {
    Instance<GradientFilter> made = subject.make(sizes);
    Refused.unless(made.component().hardBound(), sizes);
    return made;
  }

  /**
   * Returns, for each n, the largest f up to n/3 that the filter accepts, without the n that it
   * rejects. If it rejects them all, returns another size, so that no check passes without a trial.
   *
   * @throws Inapplicable if it accepts no size
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
            () -> new Inapplicable("it accepts none of 4, 7, 10, 16 and 25 agents at d = " + d));
  }

  /** Does the same; empty if the filter rejects them all. */
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

  /** Returns why a filter rejects these sizes; empty if it accepts them. */
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
