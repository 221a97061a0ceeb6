package dev.varangian.conformance.fault.trial;

import dev.varangian.conformance.check.Inapplicable;
import dev.varangian.conformance.check.Instance;
import dev.varangian.conformance.check.Refused;
import dev.varangian.conformance.check.Subject;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Fault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sizes at which a fault is checked. */
public final class Sizes {
  private static final List<Geometry> USUAL =
      List.of(
          new Geometry(4, 1, 1),
          new Geometry(4, 1, 3),
          new Geometry(7, 2, 2),
          new Geometry(10, 3, 17),
          new Geometry(25, 4, 40));

  private Sizes() {}

  /**
   * Creates a fault for these sizes.
   *
   * @throws Refused if the component or its hard bound rejects them
   */
  public static Instance<Fault> make(Subject<Fault> subject, Geometry sizes) {
    Instance<Fault> made = subject.make(sizes);
    Refused.unless(made.component().hardBound(), sizes);
    return made;
  }

  /** Returns the typical sizes that the fault accepts. */
  public static List<Geometry> usual(Subject<Fault> subject) {
    return USUAL.stream().filter(sizes -> refusal(subject, sizes).isEmpty()).toList();
  }

  /**
   * Does the same for a gradient or message fault.
   *
   * @throws Inapplicable if it is a data fault
   */
  public static List<Geometry> ofSenders(Subject<Fault> subject) {
    return of(
        subject, false, "it corrupts data, so the gradient it sends is correct for that data");
  }

  /**
   * Does the same for a data fault.
   *
   * @throws Inapplicable if it is not a data fault
   */
  public static List<Geometry> ofDataFaults(Subject<Fault> subject) {
    return of(subject, true, "it is not a data fault");
  }

  private static List<Geometry> of(Subject<Fault> subject, boolean data, String otherwise) {
    List<Geometry> usual = usual(subject);
    for (Geometry sizes : usual) {
      if (make(subject, sizes).component() instanceof DataFault != data) {
        throw new Inapplicable(otherwise);
      }
    }
    return usual;
  }

  /** Returns why a fault rejects these sizes; empty if it accepts them. */
  public static Optional<String> refusal(Subject<Fault> subject, Geometry sizes) {
    try {
      make(subject, sizes);
      return Optional.empty();
    } catch (Refused e) {
      return Optional.of(e.reason());
    }
  }

  /** Returns all small sizes. */
  public static Stream<Geometry> small(int d) {
    return Stream.iterate(2, n -> n <= 8, n -> n + 1)
        .flatMap(n -> Stream.iterate(1, f -> f < n, f -> f + 1).map(f -> new Geometry(n, f, d)));
  }

  /** For instance {@code n = 10, f = 3, d = 17}. */
  public static String text(Geometry sizes) {
    return "n = " + sizes.n() + ", f = " + sizes.f() + ", d = " + sizes.d();
  }

  /** For instance {@code n = 10, f = 3, d = 17, round 2, agent 1}. */
  public static String text(Geometry sizes, int round, int agent) {
    return text(sizes) + ", round " + round + ", agent " + (agent + 1);
  }
}
