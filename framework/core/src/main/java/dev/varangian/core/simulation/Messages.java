package dev.varangian.core.simulation;

import dev.varangian.core.aggregation.FilterTrial;
import dev.varangian.core.aggregation.RowView;
import dev.varangian.core.aggregation.RowWriter;
import dev.varangian.core.aggregation.Rows;
import dev.varangian.core.component.Calls;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.wiring.ActiveFault;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.MessageFault;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Steps 3 and 4 of a round: faults on gradients and messages act, and the server receives. An
 * honest agent's vector is its gradient's row itself. What a faulty agent sends counts as missing,
 * hence as the zero vector, if nothing arrives, or not d finite numbers.
 */
public final class Messages {
  private final List<ActiveFault> faults;
  private final NavigableSet<Integer> faulty;
  private final int d;
  private final @Nullable FilterTrial trial;
  private final float[][] forged;
  private final float[] zero;
  private final float[][] received;
  private final Calls calls;
  private int missing;

  /**
   * For n agents, none of whose faults knows the filter.
   *
   * @param faults who has which fault, and when
   * @param faulty the faulty agents, counted from 0
   * @param d the length of every gradient
   */
  public Messages(List<ActiveFault> faults, NavigableSet<Integer> faulty, int n, int d) {
    this(faults, faulty, n, d, null);
  }

  /**
   * For n agents.
   *
   * @param faults who has which fault, and when
   * @param faulty the faulty agents, counted from 0
   * @param d the length of every gradient
   * @param trial of the server's filter, for faults that know it; null if there is no filter
   */
  public Messages(
      List<ActiveFault> faults,
      NavigableSet<Integer> faulty,
      int n,
      int d,
      @Nullable FilterTrial trial) {
    this(faults, faulty, n, d, trial, new Calls());
  }

  /**
   * For n agents the measure the measure of a run.
   *
   * @param trial of the server's filter, for faults that know it; null if there is no filter
   * @param calls through which the code of faults is called that an experiment names
   */
  Messages(
      List<ActiveFault> faults,
      NavigableSet<Integer> faulty,
      int n,
      int d,
      @Nullable FilterTrial trial,
      Calls calls) {
    this.trial = trial;
    this.calls = calls;
    this.faults = faults;
    this.faulty = faulty;
    this.d = d;
    this.forged = new float[n][];
    for (int agent : faulty) {
      forged[agent] = new float[Rows.length(d)];
    }
    this.zero = new float[Rows.length(d)];
    this.received = new float[n][];
  }

  /**
   * Fills {@link #received()} from the agents' correct gradients.
   *
   * @param norms the squared norms of the gradients; those of vectors that differ are replaced
   */
  public void exchange(float[][] gradients, int round, double[] norms, ThreadTeam workers) {
    missing = 0;
    List<Row> honest = new ArrayList<>();
    for (int agent = 0; agent < gradients.length; agent++) {
      received[agent] = gradients[agent];
      if (!faulty.contains(agent)) {
        honest.add(new RowView(gradients[agent], d));
      }
    }
    List<Row> known = List.copyOf(honest);
    workers.run(
        faults.size(),
        (task, worker) -> {
          ActiveFault fault = faults.get(task);
          List<Integer> agents = agentsOf(fault, round);
          for (int agent : agents) {
            int first = agents.get(0);
            if (agent != first && isCommon(fault, round)) {
              received[agent] = received[first];
              norms[agent] = norms[first];
              continue;
            }
            float[] sent =
                call(
                    fault, round, agent, () -> send(fault.fault(), agent, round, gradients, known));
            received[agent] = sent == null ? zero : sent;
            norms[agent] = new RowView(received[agent], d).squaredNorm();
          }
        });
    for (int agent : faulty) {
      if (!Double.isFinite(norms[agent])) {
        received[agent] = zero;
        norms[agent] = 0;
      }
      missing += received[agent] == zero ? 1 : 0;
    }
  }

  private <T extends @Nullable Object> T call(
      ActiveFault fault, int round, int agent, Supplier<T> code) {
    return fault.choice().isPresent()
        ? calls.call(fault.choice().get(), round, agent, code)
        : code.get();
  }

  private boolean isCommon(ActiveFault fault, int round) {
    return call(
        fault,
        round,
        Calls.NO_AGENT,
        () -> fault.fault() instanceof GradientFault forger && forger.common());
  }

  /** The agents on whose gradient or message a fault acts; one on data has acted before. */
  private static List<Integer> agentsOf(ActiveFault fault, int round) {
    return fault.fault() instanceof DataFault
        ? List.of()
        : fault.agents().stream().filter(agent -> fault.actsOn(agent, round)).toList();
  }

  /** What the server has of each agent after {@link #exchange}. */
  public float[][] received() {
    return received;
  }

  /** How many vectors were missing in the last exchange. */
  public int missing() {
    return missing;
  }

  private float @Nullable [] send(
      Fault fault, int agent, int round, float[][] gradients, List<Row> honest) {
    float[] row = forged[agent];
    if (fault instanceof GradientFault forger) {
      RowWriter out = new RowWriter(row, d);
      forger.forge(known(forger.knows(), agent, round, gradients, honest), out);
      out.end();
      return row;
    }
    if (fault instanceof MessageFault sender) {
      Optional<float[]> message =
          sender.send(known(sender.knows(), agent, round, gradients, honest));
      if (message.isEmpty() || message.get().length != d) {
        return null;
      }
      System.arraycopy(message.get(), 0, row, 0, d);
      return row;
    }
    throw new IllegalStateException(fault.getClass() + " is no kind of fault");
  }

  private RestrictedSituation known(
      Knowledge knowledge, int agent, int round, float[][] gradients, List<Row> honest) {
    return new RestrictedSituation(
        new AgentRound(round, agent),
        knowledge,
        () -> new RowView(gradients[agent], d),
        honest,
        forgery -> Objects.requireNonNull(trial, "no filter").result(round, gradients, forgery));
  }
}
