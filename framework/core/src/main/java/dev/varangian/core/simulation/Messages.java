package dev.varangian.core.simulation;

import dev.varangian.core.aggregation.FilterTrial;
import dev.varangian.core.aggregation.RowView;
import dev.varangian.core.aggregation.Rows;
import dev.varangian.core.component.Calls;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.wiring.ActiveFault;
import dev.varangian.spi.context.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Step S1, the network: agents send, and the server receives. The vector of an honest agent is its
 * gradient's row itself, not a copy. A vector of a faulty agent that does not arrive as d finite
 * numbers, or not at all, is missing and becomes the zero vector.
 */
public final class Messages {
  private final List<ActiveFault> faults;
  private final NavigableSet<Integer> faulty;
  private final int d;
  private final @Nullable FilterTrial trial;
  private final FaultyAgents senders;
  private final float[] zero;
  private final float[][] received;
  private int missing;

  /**
   * Creates the network of n agents without faults that know the filter.
   *
   * @param faults which agents have which fault, and when
   * @param faulty the faulty agents, counted from 0
   * @param d the length of every gradient
   */
  public Messages(List<ActiveFault> faults, NavigableSet<Integer> faulty, int n, int d) {
    this(faults, faulty, n, d, null);
  }

  /**
   * Creates the network of n agents.
   *
   * @param faults which agents have which fault, and when
   * @param faulty the faulty agents, counted from 0
   * @param d the length of every gradient
   * @param trial a trial of the server's filter, for faults that know it; null if there is no
   *     filter
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
   * Creates the network of the n agents of a run.
   *
   * @param trial a trial of the server's filter, for faults that know it; null if there is no
   *     filter
   * @param calls the object through which the code of faults named by an experiment is called
   */
  Messages(
      List<ActiveFault> faults,
      NavigableSet<Integer> faulty,
      int n,
      int d,
      @Nullable FilterTrial trial,
      Calls calls) {
    this.faults = faults;
    this.faulty = faulty;
    this.d = d;
    this.trial = trial;
    this.senders = new FaultyAgents(faulty, d, calls);
    this.zero = new float[Rows.length(d)];
    this.received = new float[n][];
  }

  /**
   * Fills {@link #received()} from the agents' correct gradients.
   *
   * @param norms the squared norms of the gradients; replaced for agents that send something else
   */
  public void exchange(float[][] gradients, int round, double[] norms, ThreadTeam workers) {
    System.arraycopy(gradients, 0, received, 0, received.length);
    FaultyAgents.Facts facts = facts(gradients, round);
    workers.run(
        faults.size(),
        (task, worker) ->
            senders.send(
                faults.get(task),
                round,
                facts,
                (agent, author, message) -> {
                  if (author == agent) {
                    received[agent] = arrived(message);
                    norms[agent] = new RowView(received[agent], d).squaredNorm();
                  } else {
                    received[agent] = received[author];
                    norms[agent] = norms[author];
                  }
                }));
    missing = 0;
    for (int agent : faulty) {
      if (!Double.isFinite(norms[agent])) {
        received[agent] = zero;
        norms[agent] = 0;
      }
      missing += received[agent] == zero ? 1 : 0;
    }
  }

  private FaultyAgents.Facts facts(float[][] gradients, int round) {
    List<Row> honest = new ArrayList<>();
    for (int agent = 0; agent < gradients.length; agent++) {
      if (!faulty.contains(agent)) {
        honest.add(new RowView(gradients[agent], d));
      }
    }
    return new FaultyAgents.Facts(
        agent -> new RowView(gradients[agent], d),
        List.copyOf(honest),
        forgery -> Objects.requireNonNull(trial, "no filter").result(round, gradients, forgery));
  }

  private float[] arrived(Optional<FaultyAgents.Message> message) {
    return message
        .filter(sent -> sent.length() == d)
        .map(FaultyAgents.Message::values)
        .orElse(zero);
  }

  /** The vector of each agent after {@link #exchange}. */
  public float[][] received() {
    return received;
  }

  /** How many vectors were missing in the last exchange. */
  public int missing() {
    return missing;
  }
}
