package dev.varangian.cli.commands;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.Numbers;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.aggregation.FilterTrial;
import dev.varangian.core.aggregation.RowView;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.component.Calls;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.matrix.MatrixFile;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.simulation.FaultyAgents;
import dev.varangian.core.wiring.ActiveFault;
import dev.varangian.core.wiring.Components;
import dev.varangian.core.wiring.FaultPreparation;
import dev.varangian.core.wiring.Server;
import dev.varangian.spi.Kind;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.data.Batch;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.filter.GradientFilter;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code varangian corrupt}: what faulty agents send beside honest gradients. */
@Parameters(separators = "=")
public final class CorruptCommand implements Command {
  private static final long SEED = 1;
  private static final int FIRST_ROUND = 1;

  @Parameter(description = "FILE", splitter = NoSplitter.class)
  private List<String> words = new ArrayList<>();

  @Parameter(names = "--fault", placeholder = "NAME", description = "Fault of the agents")
  private @Nullable String fault;

  @Parameter(
      names = "--set",
      placeholder = "key=value",
      splitter = NoSplitter.class,
      description = "Set a parameter of the fault, for example scale=10; repeatable")
  private List<String> settings = new ArrayList<>();

  @Parameter(
      names = "--f",
      placeholder = "N",
      description = "Number of faulty agents (default: the rows of --own, else 1)")
  private @Nullable String faulty;

  @Parameter(
      names = "--own",
      placeholder = "FILE",
      splitter = NoSplitter.class,
      description = "File with the faulty agents' own correct gradients, f rows")
  private @Nullable String own;

  @Parameter(
      names = "--filter",
      placeholder = "NAME",
      description = "Filter of the server, for faults that know it")
  private @Nullable String filter;

  @Parameter(
      names = "--json",
      description =
          "Print {\"output\": [[…]]}, with null for a number that is not finite and for a row"
              + " that is not sent, instead of lines of comma-separated numbers, where NaN and"
              + " Infinity are written out and a row that is not sent is an empty line")
  private boolean json;

  @ParametersDelegate private final CommonOptions common = new CommonOptions();

  @Override
  public String summary() {
    return "Show what faulty agents send, given honest gradients";
  }

  @Override
  public String details() {
    return "The rows of FILE are the honest gradients, .npy (float32 or "
        + "float64) or .csv without a header, read as float32. The f faulty "
        + "agents are the first ones, the round is 1 and the seed 1. "
        + "Vectors are printed as sent, before the server counts any as "
        + "missing.";
  }

  @Override
  public String usage() {
    return "FILE --fault NAME";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "varangian corrupt honest.npy --fault coordinate-wise --f 2",
        "varangian corrupt honest.csv --fault gradient-reverse --own own.csv --set scale=10"
            + " --json");
  }

  @Override
  public void run(Console console) {
    if (words.size() != 1 || fault == null) {
      throw new UserErrorException(
          "expected one file and a fault, for example "
              + "varangian corrupt honest.csv --fault coordinate-wise --f 1");
    }
    Catalogue catalogue = common.catalogue(console);
    Choice<Fault> choice =
        ComponentOption.choice(catalogue, Kind.FAULT, Fault.class, "--fault", fault, settings);
    Optional<Choice<GradientFilter>> server =
        Optional.ofNullable(filter)
            .map(
                name ->
                    ComponentOption.choice(
                        catalogue, Kind.FILTER, GradientFilter.class, "--filter", name, List.of()));
    float[][] honest = finite(CommonOptions.path("FILE", words.get(0)));
    float[][] correct = own == null ? new float[0][] : finite(CommonOptions.path("--own", own));
    int f = numberOfFaulty(correct.length);
    requireLength(correct, honest[0].length);
    Geometry geometry = new Geometry(Math.addExact(honest.length, f), f, honest[0].length);
    Components components = new Components(common.dataDirectory(console), SEED, new Calls());
    Fault made = ComponentOption.require(FaultPreparation.prepare(components, choice, geometry));
    List<Integer> agents = IntStream.range(0, f).boxed().toList();
    FaultyAgents.Facts facts =
        new FaultyAgents.Facts(
            agent -> own(correct, agent, choice, f),
            views(honest),
            trial(server, components, geometry, honest));
    ActiveFault active =
        new ActiveFault(made, agents, FIRST_ROUND, FIRST_ROUND, Optional.of(choice));
    print(sent(choice, active, facts, components.calls(), geometry.d()), console);
  }

  private static List<Row> views(float[][] rows) {
    return Arrays.stream(rows).map(row -> (Row) new RowView(row, row.length)).toList();
  }

  private static Row own(float[][] correct, int agent, Choice<Fault> choice, int f) {
    if (correct.length == 0) {
      throw new ConfigurationException(
          choice.component().name()
              + " starts from the faulty agents' own correct gradients: give them, "
              + f
              + (f == 1 ? " row" : " rows")
              + ", with --own FILE");
    }
    return new RowView(correct[agent], correct[agent].length);
  }

  /** The filter is told the number of faulty agents, which are the first ones. */
  private Function<Consumer<OutputRow>, Row> trial(
      Optional<Choice<GradientFilter>> filter,
      Components components,
      Geometry geometry,
      float[][] honest) {
    if (filter.isEmpty()) {
      return forgery -> {
        throw new ConfigurationException(
            fault + " knows the server's filter: name it with --filter NAME");
      };
    }
    Set<Integer> first =
        IntStream.range(0, geometry.f()).boxed().collect(Collectors.toUnmodifiableSet());
    FilterTrial trial =
        ComponentOption.require(Server.prepare(components, List.of(), filter.get(), geometry))
            .trial(first, new ThreadTeam(1));
    float[][] all = new float[geometry.n()][];
    System.arraycopy(honest, 0, all, geometry.f(), honest.length);
    return forgery -> trial.result(FIRST_ROUND, all, forgery);
  }

  /** What each faulty agent sends; empty where it sends nothing. */
  private static List<Optional<float[]>> sent(
      Choice<Fault> choice, ActiveFault fault, FaultyAgents.Facts facts, Calls calls, int d) {
    if (fault.fault() instanceof DataFault onData) {
      return fault.agents().stream()
          .map(agent -> Optional.of(untouched(choice, onData, agent, facts, calls)))
          .toList();
    }
    List<Optional<float[]>> sent = new ArrayList<>();
    new FaultyAgents(Set.copyOf(fault.agents()), d, calls)
        .send(
            fault,
            FIRST_ROUND,
            facts,
            (agent, author, message) -> sent.add(message.map(FaultyAgents.Message::copy)));
    return sent;
  }

  /** A fault on data that leaves its data alone sends the correct gradient. */
  private static float[] untouched(
      Choice<Fault> choice, DataFault fault, int agent, FaultyAgents.Facts facts, Calls calls) {
    Batch none =
        (Batch)
            Proxy.newProxyInstance(
                Batch.class.getClassLoader(),
                new Class<?>[] {Batch.class},
                (proxy, method, arguments) -> {
                  throw new ConfigurationException(
                      choice.component().name()
                          + " acts on data, not on gradients: use it in a run");
                });
    AgentRound at = new AgentRound(FIRST_ROUND, agent);
    calls.run(choice, FIRST_ROUND, agent, () -> fault.corrupt(none, at));
    Row own = facts.own().apply(agent);
    float[] gradient = new float[own.length()];
    own.copy(0, gradient, 0, gradient.length);
    return gradient;
  }

  /** Honest agents whose gradients are not finite have diverged: no fault meets them. */
  private static float[][] finite(Path file) {
    float[][] rows = MatrixFile.read(file);
    for (int i = 0; i < rows.length; i++) {
      if (!Numbers.areFinite(rows[i])) {
        throw new UserErrorException(
            file
                + ": row "
                + (i + 1)
                + " has NaN, infinity or a value beyond float32; correct gradients are finite");
      }
    }
    return rows;
  }

  private int numberOfFaulty(int ownRows) {
    if (faulty == null) {
      return Math.max(1, ownRows);
    }
    int f = Numbers.whole("--f", faulty, 1, 1_000_000);
    if (own != null && ownRows != f) {
      throw new UserErrorException(
          "--f is " + f + ", but " + own + " holds the gradients of " + ownRows + " agents");
    }
    return f;
  }

  private void requireLength(float[][] correct, int d) {
    if (correct.length > 0 && correct[0].length != d) {
      throw new UserErrorException(
          own + " has " + correct[0].length + " columns, expected " + d + " as in " + words.get(0));
    }
  }

  private void print(List<Optional<float[]>> rows, Console console) {
    if (json) {
      List<String> all = rows.stream().map(row -> row.map(Numbers::json).orElse("null")).toList();
      console.out().print("{\"output\": " + Numbers.array(all) + "}\n");
    } else {
      rows.forEach(row -> console.out().print(row.map(Numbers::csv).orElse("") + "\n"));
    }
  }
}
