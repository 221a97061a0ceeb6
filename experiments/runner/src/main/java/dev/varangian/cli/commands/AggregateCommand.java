package dev.varangian.cli.commands;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.Numbers;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.aggregation.FilterStage;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.component.Calls;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.matrix.MatrixFile;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.wiring.Components;
import dev.varangian.core.wiring.Server;
import dev.varangian.spi.Kind;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.PreAggregator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code varangian aggregate}: a filter applied to the rows of a matrix. */
@Parameters(separators = "=")
public final class AggregateCommand implements Command {
  private static final int FIRST_ROUND = 1;

  private static final long SEED = 1;

  @Parameter(description = "FILE", splitter = NoSplitter.class)
  private List<String> words = new ArrayList<>();

  @Parameter(names = "--filter", placeholder = "NAME", description = "Filter to apply")
  private @Nullable String filter;

  @Parameter(
      names = "--set",
      placeholder = "key=value",
      splitter = NoSplitter.class,
      description = "Set a parameter of the filter, for example normalise=sum; repeatable")
  private List<String> settings = new ArrayList<>();

  @Parameter(
      names = "--f",
      placeholder = "N",
      description = "Number of faulty agents for the filter to tolerate (default: 0)")
  private String tolerance = "0";

  @Parameter(
      names = "--pre",
      placeholder = "NAME[:key=value,…]",
      splitter = NoSplitter.class,
      description = "Apply a pre-aggregator first; repeatable, applied in the order given")
  private List<String> preAggregators = new ArrayList<>();

  @Parameter(
      names = "--json",
      description =
          "Print {\"output\": […], \"weights\": […]}, with each row's weight, or null, instead of"
              + " the output as one line of comma-separated numbers")
  private boolean json;

  @ParametersDelegate private final CommonOptions common = new CommonOptions();

  @Override
  public String summary() {
    return "Apply a filter to the rows of a matrix";
  }

  @Override
  public String details() {
    return "FILE is .npy (float32 or float64) or .csv without a header and "
        + "is read as float32. Rows with NaN, infinity or values beyond "
        + "float32 count as missing and become zero.";
  }

  @Override
  public String usage() {
    return "FILE --filter NAME";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "varangian aggregate gradients.npy --filter cge --f 2",
        "varangian aggregate gradients.csv --filter cge --set normalise=sum --f 1 --json",
        "varangian aggregate gradients.npy --pre bucketing:size=3 --pre nnm --filter cwtm --f 2");
  }

  @Override
  public void run(Console console) {
    if (words.size() != 1 || filter == null) {
      throw new UserErrorException(
          "expected one file and a filter, for example "
              + "varangian aggregate gradients.csv --filter cge --f 1");
    }
    Catalogue catalogue = common.catalogue(console);
    List<Choice<PreAggregator>> before =
        preAggregators.stream()
            .map(
                pre ->
                    ComponentOption.written(
                        catalogue, Kind.PRE_AGGREGATOR, PreAggregator.class, "--pre", pre))
            .toList();
    Choice<GradientFilter> choice =
        ComponentOption.choice(
            catalogue, Kind.FILTER, GradientFilter.class, "--filter", filter, settings);
    int f = Numbers.whole("--f", tolerance, 0, Integer.MAX_VALUE);
    Path file = CommonOptions.path("FILE", words.get(0));
    float[][] rows = MatrixFile.read(file);
    Geometry geometry = new Geometry(rows.length, f, rows[0].length);
    if (f >= geometry.n()) {
      throw new UserErrorException(
          "--f: expected fewer than the n = " + geometry.n() + " rows of " + file + ", not " + f);
    }
    Components components = new Components(common.dataDirectory(console), SEED, new Calls());
    Server server = ComponentOption.require(Server.prepare(components, before, choice, geometry));
    server.warning().ifPresent(console::note);
    replaceMissing(rows, file, console);
    apply(server, rows, console);
  }

  /** As the server does: a row that is not finite is missing and becomes zero. */
  private static void replaceMissing(float[][] rows, Path file, Console console) {
    for (int i = 0; i < rows.length; i++) {
      if (!Numbers.areFinite(rows[i])) {
        rows[i] = new float[rows[i].length];
        console.note(
            file
                + ": row "
                + (i + 1)
                + " has NaN, infinity or a value beyond float32; it counts as missing and becomes"
                + " zero");
      }
    }
  }

  private void apply(Server server, float[][] rows, Console console) {
    float[] output = new float[rows[0].length];
    double @Nullable [] weights;
    try (ThreadTeam workers = new ThreadTeam(Runtime.getRuntime().availableProcessors())) {
      weights =
          server.<double @Nullable []>call(
              Calls.NO_ROUND,
              () -> {
                FilterStage stage = server.stage(workers);
                stage.apply(rows, null, output, FIRST_ROUND);
                return json ? stage.shares() : null;
              });
    }
    if (json) {
      String shares = weights == null ? "null" : Numbers.json(weights);
      console
          .out()
          .print("{\"output\": " + Numbers.json(output) + ", \"weights\": " + shares + "}\n");
    } else {
      console.out().print(Numbers.csv(output) + "\n");
    }
  }
}
