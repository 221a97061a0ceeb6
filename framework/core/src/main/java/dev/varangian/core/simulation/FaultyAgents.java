package dev.varangian.core.simulation;

import dev.varangian.core.aggregation.RowWriter;
import dev.varangian.core.aggregation.Rows;
import dev.varangian.core.component.Calls;
import dev.varangian.core.wiring.ActiveFault;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.MessageFault;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Determines what faulty agents send in a round in place of their gradients. */
public final class FaultyAgents {
  private final int d;
  private final Calls calls;

  /** One row for each faulty agent, by agent. */
  private final float[][] rows;

  /**
   * Creates the faulty agents, counted from 0.
   *
   * @param d the length of every gradient
   * @param calls the object through which the code of faults named by an experiment is called
   */
  public FaultyAgents(Set<Integer> faulty, int d, Calls calls) {
    this.d = d;
    this.calls = calls;
    this.rows = new float[1 + faulty.stream().mapToInt(agent -> agent).max().orElse(-1)][];
    faulty.forEach(agent -> rows[agent] = new float[Rows.length(d)]);
  }

  /**
   * Everything that faults may know in a round. Each fault sees only what it declares.
   *
   * @param own an agent's own correct gradient
   * @param honest the gradients of the honest agents
   * @param trial computes the result of the server's filter for a forgery
   */
  public record Facts(
      IntFunction<Row> own, List<Row> honest, Function<Consumer<OutputRow>, Row> trial) {}

  /**
   * What an agent sends.
   *
   * @param values valid until the agent sends again
   * @param length how many of the values are sent; the rest are meaningless
   */
  public record Message(float[] values, int length) {

    /** A copy of what is sent. */
    public float[] copy() {
      return Arrays.copyOf(values, length);
    }
  }

  /** Receives what agents send. */
  @FunctionalInterface
  public interface Receiver {

    /**
     * An agent has sent a message.
     *
     * @param author the agent for which the message was computed; if all agents of a fault send the
     *     same, this is another agent that has already sent it
     * @param message empty if nothing was sent
     */
    void receive(int agent, int author, Optional<Message> message);
  }

  /** Sends what the agents with a fault send in a round; those of a fault on data send nothing. */
  public void send(ActiveFault fault, int round, Facts facts, Receiver receiver) {
    if (fault.fault() instanceof DataFault) {
      return; // it has already changed the data; the agents send the resulting gradients
    }
    int first = -1;
    Optional<Message> common = Optional.empty();
    for (int agent : fault.agents()) {
      if (!fault.actsOn(agent, round)) {
        continue;
      }
      if (first >= 0 && isCommon(fault, round)) {
        receiver.receive(agent, first, common);
        continue;
      }
      Optional<Message> message =
          call(fault, round, agent, () -> message(fault, new AgentRound(round, agent), facts));
      if (first < 0) {
        first = agent;
        common = message;
      }
      receiver.receive(agent, agent, message);
    }
  }

  private boolean isCommon(ActiveFault fault, int round) {
    return fault.fault() instanceof GradientFault forger
        && call(fault, round, Calls.NO_AGENT, forger::common);
  }

  private Optional<Message> message(ActiveFault fault, AgentRound at, Facts facts) {
    float[] row = rows[at.agent()];
    if (fault.fault() instanceof GradientFault forger) {
      RowWriter out = new RowWriter(row, d);
      forger.forge(situation(at, forger.knows(), facts), out);
      out.end();
      return Optional.of(new Message(row, d));
    }
    if (fault.fault() instanceof MessageFault sender) {
      return sender
          .send(situation(at, sender.knows(), facts))
          .map(
              sent -> {
                if (sent.length != d) {
                  return new Message(sent, sent.length);
                }
                System.arraycopy(sent, 0, row, 0, d);
                return new Message(row, d);
              });
    }
    throw new IllegalStateException(fault.fault().getClass() + " is not a kind of fault");
  }

  private static RestrictedSituation situation(AgentRound at, Knowledge knowledge, Facts facts) {
    return new RestrictedSituation(
        at, knowledge, () -> facts.own().apply(at.agent()), facts.honest(), facts.trial());
  }

  private <T extends @Nullable Object> T call(
      ActiveFault fault, int round, int agent, Supplier<T> code) {
    return fault.choice().isPresent()
        ? calls.call(fault.choice().get(), round, agent, code)
        : code.get();
  }
}
