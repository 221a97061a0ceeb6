package dev.varangian.cli.commands;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.varangian.bench.Bench;
import dev.varangian.bench.Figures;
import dev.varangian.bench.FiguresJson;
import dev.varangian.bench.FiguresTable;
import dev.varangian.cli.terminal.Columns;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.Numbers;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.tensor.machine.VectorSupport;
import java.util.ArrayList;
import java.util.List;

/** {@code varangian bench}: this machine's limits and how near the engine comes. */
@Parameters(separators = "=")
public final class BenchCommand implements Command {
  private static final int MOST_THREADS = 1024;
  private static final double MUCH_LOAD = 0.15;

  @Parameter(description = "")
  private List<String> words = new ArrayList<>();

  @Parameter(
      names = "--threads",
      placeholder = "N",
      description = "Number of threads (default: all processors)")
  private String threads = String.valueOf(Runtime.getRuntime().availableProcessors());

  @Parameter(
      names = "--json",
      description =
          "Print the medians as {\"fma_gflops\": …, \"read_gbps\": …, \"sgemm_512_gflops\": …,"
              + " \"lenet_round_ms\": …, \"read_once_ms\": …, \"filters_ms\": …}")
  private boolean json;

  @ParametersDelegate private final CommonOptions common = new CommonOptions();

  @Override
  public String summary() {
    return "Measure this machine's limits and how close the engine comes";
  }

  @Override
  public String details() {
    return "Takes about two minutes.";
  }

  @Override
  public String usage() {
    return "";
  }

  @Override
  public List<String> examples() {
    return List.of("varangian bench", "varangian bench --threads 1 --json");
  }

  @Override
  public void run(Console console) {
    if (!words.isEmpty()) {
      throw new UserErrorException(
          "bench takes no arguments, but was given " + String.join(" ", words));
    }
    int count = Numbers.whole("--threads", threads, 1, MOST_THREADS);
    if (!Machine.fusedMultiplyAdd()) {
      throw new UserErrorException(
          "this JVM has no fused multiply-add in hardware: the engine would be thousands of"
              + " times slower, and bench would not finish");
    }
    Catalogue catalogue = common.catalogue(console);
    warn(count, console);
    Figures figures;
    try (ThreadTeam workers = new ThreadTeam(count)) {
      figures = new Bench(catalogue, common.pluginPaths(console), workers, console::note).measure();
    }
    console
        .out()
        .print(json ? FiguresJson.of(figures) + "\n" : Columns.of(FiguresTable.of(figures)));
  }

  /** What makes the figures worse than they could be. */
  private static void warn(int threads, Console console) {
    int processors = Runtime.getRuntime().availableProcessors();
    if (threads > processors) {
      console.note(
          threads + " threads share " + processors + " processors, so the figures mean little");
    }
    if (!VectorSupport.isActive()) {
      console.note("the kernels are " + VectorSupport.description());
    }
    double load = Machine.loadOfOthers();
    if (load > MUCH_LOAD) {
      console.note(
          "the machine is busy with other work ("
              + Math.round(100 * load)
              + " % of its processors): the figures will be worse than on an idle one");
    }
  }
}
