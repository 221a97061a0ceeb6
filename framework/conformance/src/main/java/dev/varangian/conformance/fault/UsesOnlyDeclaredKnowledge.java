package dev.varangian.conformance.fault;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.ExceptionText;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.conformance.fault.trial.Sizes;
import dev.varangian.conformance.fault.trial.TestFilter;
import dev.varangian.conformance.fault.trial.TestRound;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.simulation.Messages;
import dev.varangian.core.wiring.ActiveFault;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.MessageFault;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What a fault does not declare to know is withheld or replaced by NaN, without effect. */
final class UsesOnlyDeclaredKnowledge implements Check<Fault> {
  /** Some faults observe for a few rounds before they act. */
  private static final int ROUNDS = 5;

  @Override
  public String claim() {
    return "uses only the knowledge it declares";
  }

  @Override
  public void on(Subject<Fault> subject) {
    for (Geometry sizes : Sizes.ofSenders(subject)) {
      Fault poisoned = Sizes.make(subject, sizes).component();
      Fault sound = Sizes.make(subject, sizes).component();
      Fault asked = Sizes.make(subject, sizes).component();
      for (int round = 1; round <= ROUNDS; round++) {
        TestRound scene = TestRound.usual(sizes, round);
        requireNoUse(poisoned, sound, sizes, scene);
        requireNoQuestion(asked, subject.component().type(), sizes, scene);
      }
    }
  }

  private static void requireNoUse(Fault poisoned, Fault sound, Geometry sizes, TestRound scene) {
    Knowledge knows = knowledge(sound);
    TestRound withheld = scene.with(poisoned(scene, knows));
    for (int agent = 0; agent < sizes.f(); agent++) {
      String what =
          Sizes.text(sizes, scene.round(), agent)
              + ": it declares to know "
              + knows
              + "; with everything else NaN it";
      withheld.sent(poisoned, agent).requireSameAs(scene.sent(sound, agent), what);
    }
  }

  /** The framework's situation throws if more is requested. */
  private static void requireNoQuestion(
      Fault fault, Class<?> type, Geometry sizes, TestRound scene) {
    List<Integer> faulty = IntStream.range(0, sizes.f()).boxed().toList();
    try (ThreadTeam alone = new ThreadTeam(1)) {
      new Messages(
              List.of(new ActiveFault(fault, faulty, 1, ROUNDS)),
              new TreeSet<>(faulty),
              sizes.n(),
              sizes.d(),
              TestFilter.trial(sizes, alone))
          .exchange(Vectors.copy(scene.gradients()), scene.round(), new double[sizes.n()], alone);
    } catch (RuntimeException e) {
      throw new Violation(
          Sizes.text(sizes) + ", round " + scene.round() + ": " + ExceptionText.text(e, type),
          "no access beyond " + knowledge(fault) + ", the knowledge it declares");
    }
  }

  private static float[][] poisoned(TestRound scene, Knowledge knows) {
    float[][] gradients = Vectors.copy(scene.gradients());
    for (int agent = 0; agent < gradients.length; agent++) {
      boolean own = agent < scene.f();
      Knowledge needed = own ? Knowledge.OWN_GRADIENT : Knowledge.ALL_GRADIENTS;
      if (knows.compareTo(needed) < 0) {
        Arrays.fill(gradients[agent], Float.NaN);
      }
    }
    return gradients;
  }

  private static Knowledge knowledge(Fault fault) {
    if (fault instanceof GradientFault forger) {
      return forger.knows();
    }
    return fault instanceof MessageFault sender ? sender.knows() : Knowledge.NOTHING;
  }
}
