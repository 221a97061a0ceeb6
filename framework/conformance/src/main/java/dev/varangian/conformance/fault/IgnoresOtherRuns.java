package dev.varangian.conformance.fault;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.SideBySide;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.DataFault;
import dev.varangian.spi.Fault;
import dev.varangian.spi.Geometry;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs in other threads change no bit. A fault on data is one object for several agents at a time.
 */
final class IgnoresOtherRuns implements Check<Fault> {
  private static final int ROUNDS = 25;

  @Override
  public String claim() {
    return "gives the same bits beside other runs";
  }

  @Override
  public void on(Subject<Fault> subject) {
    for (Geometry sizes : Sizes.usual(subject)) {
      if (Sizes.make(subject, sizes).component() instanceof DataFault shared
          && Sizes.make(subject, sizes).component() instanceof DataFault own) {
        requireData(shared, own, sizes);
      } else {
        requireMessages(subject, sizes);
      }
    }
  }

  private static void requireMessages(Subject<Fault> subject, Geometry sizes) {
    List<Message> alone = messages(subject, sizes);
    for (List<Message> beside : SideBySide.run(thread -> messages(subject, sizes))) {
      for (int round = 1; round <= ROUNDS; round++) {
        beside
            .get(round - 1)
            .requireSameAs(
                alone.get(round - 1), Sizes.text(sizes, round, 0) + ": beside three other runs it");
      }
    }
  }

  private static List<Message> messages(Subject<Fault> subject, Geometry sizes) {
    Fault fault = Sizes.make(subject, sizes).component();
    return IntStream.rangeClosed(1, ROUNDS)
        .mapToObj(round -> Scene.usual(sizes, round).sent(fault, 0))
        .toList();
  }

  private static void requireData(DataFault shared, DataFault own, Geometry sizes) {
    List<List<SmallBatch>> beside = SideBySide.run(thread -> batches(shared, thread));
    for (int thread = 0; thread < beside.size(); thread++) {
      List<SmallBatch> alone = batches(own, thread);
      for (int round = 1; round <= ROUNDS; round++) {
        if (!beside.get(thread).get(round - 1).sameAs(alone.get(round - 1))) {
          throw new Violation(
              Sizes.text(sizes, round, thread)
                  + ": while it works for three other agents, it changes samples in another way",
              "the same bits");
        }
      }
    }
  }

  private static List<SmallBatch> batches(DataFault fault, int agent) {
    return IntStream.rangeClosed(1, ROUNDS)
        .mapToObj(round -> SmallBatch.corrupted(fault, round, agent))
        .toList();
  }
}
