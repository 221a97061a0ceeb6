package dev.varangian.benchmarks.peers;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParameterException;
import dev.varangian.bench.Spread;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/**
 * Compares the engine with libtorch, with the machine's limits and with itself. The processes take
 * turns, so that whatever slows the machine for a while slows all of them.
 */
public final class Comparison {
  private static final double SECONDS_OF_A_TURN = 0.4;

  /** A figure that takes longer gets fewer turns, but two. */
  private static final double SECONDS_OF_A_FIGURE = 60;

  @Parameter(
      names = "--only",
      description = "Some of lenet, sgemm, filters, limits, versions; default: all")
  private List<String> only = Rows.GROUPS;

  @Parameter(names = "--threads", description = "The numbers of threads; default: 1 and all")
  private List<Integer> threads = defaultThreads();

  @Parameter(names = "--turns", description = "How often each process has its turn")
  private int turns = 5;

  @Parameter(names = "--java25", description = "The home of a newer Java to compare this one with")
  private @Nullable String java25;

  @Parameter(names = "--help", help = true, description = "Tells what there is")
  private boolean help;

  private Comparison() {}

  private static List<Integer> defaultThreads() {
    int processors = Runtime.getRuntime().availableProcessors();
    return processors == 1 ? List.of(1) : List.of(1, processors);
  }

  /**
   * Measures and prints a table to standard output.
   *
   * @return 0 done, 1 a measurement failed or a kernel is broken, 2 something for the user to mend
   */
  public static int run(String... arguments) {
    Comparison comparison = new Comparison();
    JCommander parser = new JCommander(comparison);
    parser.setProgramName("varangian-benchmarks peers");
    try {
      parser.parse(arguments);
      if (comparison.help) {
        parser.usage();
        return 0;
      }
      List<Row> rows = comparison.rows();
      return comparison.measure(rows);
    } catch (ParameterException e) {
      System.err.println("peers: " + e.getMessage());
      return 2;
    } catch (IllegalStateException e) {
      System.err.println("peers: " + e.getMessage());
      return 1;
    }
  }

  private List<Row> rows() {
    for (String group : only) {
      if (!Rows.GROUPS.contains(group)) {
        throw new ParameterException(
            "--only: expected some of " + String.join(",", Rows.GROUPS) + ", not " + group);
      }
    }
    int processors = Runtime.getRuntime().availableProcessors();
    for (int count : threads) {
      if (count < 1 || count > processors) {
        throw new ParameterException(
            "--threads: expected numbers from 1 to " + processors + ", not " + count);
      }
    }
    if (turns < 1) {
      throw new ParameterException("--turns: expected a number of at least 1, not " + turns);
    }
    Optional<Path> newer = Optional.ofNullable(java25).map(Path::of);
    newer.ifPresent(
        home -> {
          if (!Files.isExecutable(home.resolve("bin").resolve("java"))) {
            throw new ParameterException("--java25: there is no bin/java in " + home);
          }
        });
    List<Row> rows =
        Rows.of(only, threads, Path.of(System.getProperty("java.home")), newer, natives());
    if (rows.stream()
        .flatMap(row -> row.others().stream())
        .anyMatch(side -> side.station().works().equals("torch"))) {
      requireNatives();
    }
    return rows;
  }

  private static void requireNatives() {
    String platform = Loader.getPlatform();
    String library = "/org/bytedeco/pytorch/" + platform + "/libtorch_cpu.so";
    if (Comparison.class.getResource(library) == null) {
      throw new ParameterException(
          "libtorch is not there for "
              + platform
              + "; --only limits,versions does without (another platform: build with"
              + " -Dpeer.platform=NAME)");
    }
  }

  /** Beside the program, in the folder of what was built. */
  private static Path natives() {
    try {
      Path program =
          Path.of(Comparison.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return program.resolveSibling("natives").toAbsolutePath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private int measure(List<Row> rows) {
    boolean broken = false;
    System.out.println(Result.heading());
    try (Stations stations = new Stations()) {
      Thread onInterrupt = new Thread(stations::close);
      Runtime.getRuntime().addShutdownHook(onInterrupt);
      for (Row row : rows) {
        Result result = measure(stations, row);
        System.out.println(result.line());
        broken |= result.broken();
      }
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    }
    if (broken) {
      System.err.println(
          "peers: a kernel runs at less than a tenth of the machine's multiply-adds: the JVM"
              + " does not compile it to vector code");
    }
    return broken ? 1 : 0;
  }

  private Result measure(Stations stations, Row row) {
    List<Side> sides = new ArrayList<>();
    sides.add(row.ours());
    sides.addAll(row.others());
    // The first call warms up; what it measures does not count.
    for (Side side : sides) {
      stations.times(side.station(), side.work(), 0);
    }
    List<List<Double>> times = new ArrayList<>();
    sides.forEach(side -> times.add(new ArrayList<>()));
    double seconds = 0;
    for (int turn = 0; turn < turns && (turn < 2 || seconds < SECONDS_OF_A_FIGURE); turn++) {
      for (int i = 0; i < sides.size(); i++) {
        double[] measured =
            stations.times(sides.get(i).station(), sides.get(i).work(), SECONDS_OF_A_TURN);
        Arrays.stream(measured).forEach(times.get(i)::add);
        seconds += Arrays.stream(measured).sum() / 1e3;
      }
    }
    List<Spread> spreads =
        times.stream()
            .map(each -> Spread.of(each.stream().mapToDouble(Double::doubleValue).toArray()))
            .toList();
    return new Result(row, spreads.get(0), spreads.subList(1, spreads.size()));
  }
}
