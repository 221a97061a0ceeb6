package dev.varangian.core.simulation;

import dev.varangian.core.aggregation.FilterTrial;
import dev.varangian.core.aggregation.RowView;
import dev.varangian.core.aggregation.RowWriter;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.fault.Batch;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.MessageFault;
import dev.varangian.tensor.operation.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What faulty agents send in the first round, as they send it, before the server counts anything as
 * missing: step 3 of a round by itself. The faulty agents are the first ones.
 */
public final class Corruption {
  private static final int FIRST_ROUND = 1;

  /** The parameter of the exception that is thrown where own gradients are asked for. */
  public static final String OWN = "own";

  /** The parameter of the exception that is thrown where a fault acts on data. */
  public static final String DATA = "data";

  /** The parameter of the exception that is thrown where the server's filter is asked for. */
  public static final String FILTER = "filter";

  private final Fault fault;
  private final float[][] rows;
  private final Optional<FilterTrial> trial;
  private final List<Row> honest;
  private final List<Row> own;
  private final int d;

  /**
   * Without a filter.
   *
   * @param honest the gradients of the honest agents, at least one, all of one length
   * @param own the faulty agents' own correct gradients; none if they are not known
   */
  public Corruption(Fault fault, float[][] honest, float[][] own) {
    this(fault, honest, own, Optional.empty());
  }

  /**
   * @param honest the gradients of the honest agents, at least one, all of one length
   * @param own the faulty agents' own correct gradients; none if they are not known
   * @param trial of the server's filter, with the faulty agents in front of the honest ones; empty
   *     if it is not known
   */
  public Corruption(Fault fault, float[][] honest, float[][] own, Optional<FilterTrial> trial) {
    this.fault = fault;
    this.rows = honest;
    this.trial = trial;
    this.d = honest[0].length;
    this.honest = views(honest);
    this.own = views(own);
  }

  private List<Row> views(float[][] rows) {
    return Arrays.stream(rows).map(row -> (Row) new RowView(row, d)).toList();
  }

  /**
   * What each of {@code f} agents sends; empty where one sends nothing.
   *
   * @throws ConfigurationException if the fault asks for own gradients and there are none (then its
   *     parameter is {@link #OWN}), for the filter ({@link #FILTER}), or acts on the agent's data
   *     ({@link #DATA})
   */
  public List<Optional<float[]>> sent(int f) {
    List<Optional<float[]>> sent = new ArrayList<>();
    boolean common = fault instanceof GradientFault forger && forger.common();
    float[][] received = new float[f + rows.length][];
    System.arraycopy(rows, 0, received, f, rows.length);
    for (int agent = 0; agent < f; agent++) {
      sent.add(common && agent > 0 ? sent.get(0) : send(agent, received));
    }
    return List.copyOf(sent);
  }

  private Optional<float[]> send(int agent, float[][] received) {
    if (fault instanceof GradientFault forger) {
      float[] row = new float[d];
      forger.forge(known(agent, forger.knows(), received), new RowWriter(row, d));
      return Optional.of(row);
    }
    if (fault instanceof MessageFault sender) {
      return sender.send(known(agent, sender.knows(), received)).map(float[]::clone);
    }
    if (fault instanceof DataFault onData) {
      // A fault that leaves its data alone sends the correct gradient.
      onData.corrupt(new NoData(), new AgentRound(FIRST_ROUND, agent));
      float[] row = new float[d];
      ownOf(agent).copy(0, row, 0, d);
      return Optional.of(row);
    }
    throw new IllegalStateException(fault.getClass() + " is no kind of fault");
  }

  private RestrictedSituation known(int agent, Knowledge knowledge, float[][] received) {
    return new RestrictedSituation(
        new AgentRound(FIRST_ROUND, agent),
        knowledge,
        () -> ownOf(agent),
        honest,
        forgery ->
            trial
                .orElseThrow(
                    () -> new ConfigurationException(FILTER, "the server's filter is not known"))
                .result(FIRST_ROUND, received, forgery));
  }

  private Row ownOf(int agent) {
    if (own.isEmpty()) {
      throw new ConfigurationException(OWN, "the agents' own correct gradients are not known");
    }
    return own.get(agent);
  }

  /** In place of the agent's batch: there is none to look at. */
  private static final class NoData implements Batch {

    private static ConfigurationException none() {
      return new ConfigurationException(DATA, "there are gradients here, but no data");
    }

    @Override
    public int size() {
      throw none();
    }

    @Override
    public int classes() {
      throw none();
    }

    @Override
    public Shape inputShape() {
      throw none();
    }

    @Override
    public float target(int sample) {
      throw none();
    }

    @Override
    public void setTarget(int sample, float target) {
      throw none();
    }

    @Override
    public float[] input(int sample) {
      throw none();
    }

    @Override
    public void setInput(int sample, float[] input) {
      throw none();
    }
  }
}
