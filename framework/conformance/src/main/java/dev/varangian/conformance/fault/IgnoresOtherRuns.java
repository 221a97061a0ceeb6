package dev.varangian.conformance.fault;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Concurrently;
import dev.varangian.conformance.check.Lease;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.conformance.fault.trial.Message;
import dev.varangian.conformance.fault.trial.Sizes;
import dev.varangian.conformance.fault.trial.SmallBatch;
import dev.varangian.conformance.fault.trial.TestRound;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Fault;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Runs in other threads change no bit. A data fault is one object that several agents use
 * concurrently.
 */
final class IgnoresOtherRuns implements Check<Fault> {
  private static final int ROUNDS = 50;

  /** The gradients repeat after this many rounds. */
  private static final int OTHERS = 10;

  @Override
  public String claim() {
    return "is not affected by concurrent runs";
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
    List<List<Message>> beside = Concurrently.run(thread -> messages(subject, sizes, thread));
    for (int thread = 0; thread < beside.size(); thread++) {
      List<Message> alone = messages(subject, sizes, thread).get();
      for (int round = 1; round <= ROUNDS; round++) {
        beside
            .get(thread)
            .get(round - 1)
            .requireSameAs(
                alone.get(round - 1),
                Sizes.text(sizes, round, 0) + ": with three concurrent runs it");
      }
    }
  }

  /** Each run has its own gradients, so that a leak from one run into another shows. */
  private static Supplier<List<Message>> messages(Subject<Fault> subject, Geometry sizes, int run) {
    Fault fault = Sizes.make(subject, sizes).component();
    List<float[][]> gradients =
        IntStream.range(0, OTHERS)
            .mapToObj(round -> Vectors.usual(sizes.n(), sizes.d(), OTHERS * run + round))
            .toList();
    return () ->
        IntStream.rangeClosed(1, ROUNDS)
            .mapToObj(
                round ->
                    new TestRound(sizes.f(), round, Vectors.copy(gradients.get(round % OTHERS)))
                        .sent(fault, 0, Lease.yielding()))
            .toList();
  }

  private static void requireData(DataFault shared, DataFault own, Geometry sizes) {
    List<List<SmallBatch>> beside = Concurrently.run(thread -> () -> batches(shared, thread));
    for (int thread = 0; thread < beside.size(); thread++) {
      List<SmallBatch> alone = batches(own, thread);
      for (int round = 1; round <= ROUNDS; round++) {
        if (!beside.get(thread).get(round - 1).sameAs(alone.get(round - 1))) {
          throw new Violation(
              Sizes.text(sizes, round, thread)
                  + ": while it works for three other agents, it changes the samples differently",
              "the same bits");
        }
      }
    }
  }

  private static List<SmallBatch> batches(DataFault fault, int agent) {
    return IntStream.rangeClosed(1, ROUNDS)
        .mapToObj(
            round -> {
              SmallBatch batch = new SmallBatch(100 * round + agent, Lease.yielding());
              fault.corrupt(batch, new AgentRound(round, agent));
              return batch;
            })
        .toList();
  }
}
