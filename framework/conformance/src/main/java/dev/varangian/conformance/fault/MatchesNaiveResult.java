package dev.varangian.conformance.fault;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Inapplicable;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.conformance.fault.trial.Message;
import dev.varangian.conformance.fault.trial.Sizes;
import dev.varangian.conformance.fault.trial.TestFilter;
import dev.varangian.conformance.fault.trial.TestRound;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.simulation.Messages;
import dev.varangian.core.wiring.ActiveFault;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.GradientFault;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The server receives the vector of the definitions, or zeros if that vector does not count. */
final class MatchesNaiveResult implements Check<Fault> {
  private static final double TOLERANCE = 2e-6;

  @Override
  public String claim() {
    return "matches a naive implementation";
  }

  @Override
  public void on(Subject<Fault> subject) {
    for (Geometry sizes : Sizes.ofSenders(subject)) {
      TestRound scene = TestRound.usual(sizes, 1);
      Fault plain = Sizes.make(subject, sizes).component();
      float[][] received = received(subject, sizes, scene);
      boolean common = plain instanceof GradientFault forger && forger.common();
      for (int agent = 0; agent < (common ? 1 : sizes.f()); agent++) {
        float[] expected = counted(scene.sent(plain, agent), sizes.d());
        float[] seen = Arrays.copyOf(received[agent], sizes.d());
        int place = Vectors.apart(expected, seen, TOLERANCE * (1 + Vectors.greatest(expected)));
        if (place >= 0) {
          throw new Violation(
              Sizes.text(sizes, 1, agent) + ": the server received " + Vectors.text(seen),
              "the naive result, " + Vectors.text(expected));
        }
      }
    }
  }

  private static float[][] received(Subject<Fault> subject, Geometry sizes, TestRound scene) {
    List<Integer> faulty = IntStream.range(0, sizes.f()).boxed().toList();
    Fault fault = Sizes.make(subject, sizes).component();
    try (ThreadTeam workers = new ThreadTeam(2)) {
      Messages messages =
          new Messages(
              List.of(new ActiveFault(fault, faulty, 1, 1)),
              new TreeSet<>(faulty),
              sizes.n(),
              sizes.d(),
              TestFilter.trial(sizes, workers));
      messages.exchange(Vectors.copy(scene.gradients()), 1, new double[sizes.n()], workers);
      return messages.received();
    } catch (RuntimeException e) {
      throw new Inapplicable("the exchange failed; see the check of its declared knowledge");
    }
  }

  private static float[] counted(Message message, int d) {
    return message
        .vector()
        .filter(vector -> vector.length == d && Vectors.notFinite(vector) < 0)
        .orElseGet(() -> new float[d]);
  }
}
