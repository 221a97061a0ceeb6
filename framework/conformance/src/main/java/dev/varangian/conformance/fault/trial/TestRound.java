package dev.varangian.conformance.fault.trial;

import dev.varangian.conformance.check.Lease;
import dev.varangian.conformance.check.NaiveOutput;
import dev.varangian.conformance.check.NaiveRow;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.MessageFault;
import dev.varangian.spi.fault.Situation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The gradients of a round in which the first f agents are faulty. A fault may read all of them
 * whatever it declares; a separate check covers that.
 *
 * @param f how many agents are faulty
 * @param round counted from 1
 * @param gradients of all agents
 */
public record TestRound(int f, int round, float[][] gradients) {

  /** Returns test gradients that differ from round to round. */
  public static TestRound usual(Geometry sizes, int round) {
    return new TestRound(sizes.f(), round, Vectors.usual(sizes.n(), sizes.d(), round));
  }

  /** Returns the same round with other gradients. */
  public TestRound with(float[][] others) {
    return new TestRound(f, round, others);
  }

  /**
   * Returns what a gradient or message fault sends in place of an agent's gradient; works on a copy
   * of the gradients.
   *
   * @param agent counted from 0
   */
  public Message sent(Fault fault, int agent) {
    return with(Vectors.copy(gradients)).sent(fault, agent, new Lease());
  }

  /**
   * Does the same without a copy: the fault sees these gradients.
   *
   * @param lease the lease under which it may see them
   */
  public Message sent(Fault fault, int agent, Lease lease) {
    float[][] honest = Arrays.copyOfRange(gradients, f, gradients.length);
    Situation situation =
        new Given(
            new AgentRound(round, agent),
            new NaiveRow(gradients[agent], lease),
            Vectors.leased(honest, lease),
            forgery -> new NaiveRow(TestFilter.plain(gradients, f, forgery), lease));
    if (fault instanceof GradientFault forger) {
      float[] row = new float[gradients[agent].length];
      forger.forge(situation, new NaiveOutput(row));
      return new Message(Optional.of(row));
    }
    if (fault instanceof MessageFault sender) {
      return new Message(sender.send(situation).map(float[]::clone));
    }
    throw new IllegalStateException(fault.getClass() + " acts on data");
  }

  /** A situation without restrictions. */
  private record Given(
      AgentRound agentRound, Row own, List<Row> honest, Function<Consumer<OutputRow>, Row> filter)
      implements Situation {

    @Override
    public Row filtered(Consumer<OutputRow> forgery) {
      return filter.apply(forgery);
    }
  }
}
