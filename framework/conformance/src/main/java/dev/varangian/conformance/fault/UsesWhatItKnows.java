package dev.varangian.conformance.fault;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Thrown;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.core.simulation.ActiveFault;
import dev.varangian.core.simulation.Messages;
import dev.varangian.core.simulation.Workers;
import dev.varangian.spi.Fault;
import dev.varangian.spi.Geometry;
import dev.varangian.spi.GradientFault;
import dev.varangian.spi.Knowledge;
import dev.varangian.spi.MessageFault;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What a fault does not declare to know is withheld and poisoned by NaN, and nothing changes. */
final class UsesWhatItKnows implements Check<Fault> {

  @Override
  public String claim() {
    return "uses only what it declares to know";
  }

  @Override
  public void on(Subject<Fault> subject) {
    for (Geometry sizes : Sizes.ofSenders(subject)) {
      Scene scene = Scene.usual(sizes, 1);
      Knowledge knows = knowledge(Sizes.make(subject, sizes).component());
      Scene poisoned = scene.with(poisoned(scene, knows));
      for (int agent = 0; agent < sizes.f(); agent++) {
        String what =
            Sizes.text(sizes, 1, agent)
                + ": it declares to know "
                + knows
                + "; with all else NaN it";
        poisoned
            .sent(Sizes.make(subject, sizes).component(), agent)
            .requireSameAs(scene.sent(Sizes.make(subject, sizes).component(), agent), what);
      }
      requireNoQuestion(subject, sizes, scene, knows);
    }
  }

  /** The framework's situation throws where more is asked for. */
  private static void requireNoQuestion(
      Subject<Fault> subject, Geometry sizes, Scene scene, Knowledge knows) {
    List<Integer> faulty = IntStream.range(0, sizes.f()).boxed().toList();
    Fault fault = Sizes.make(subject, sizes).component();
    try (Workers alone = new Workers(1)) {
      new Messages(
              List.of(new ActiveFault(fault, faulty, 1, 1)),
              new TreeSet<>(faulty),
              sizes.n(),
              sizes.d(),
              TriedFilter.trial(sizes, alone))
          .exchange(scene.gradients(), 1, new double[sizes.n()], alone);
    } catch (RuntimeException e) {
      throw new Violation(
          Sizes.text(sizes) + ": " + Thrown.text(e, subject.component().type()),
          "no reading of more than " + knows + ", which it declares to know");
    }
  }

  private static float[][] poisoned(Scene scene, Knowledge knows) {
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
