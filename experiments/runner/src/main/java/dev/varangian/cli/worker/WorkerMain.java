package dev.varangian.cli.worker;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.experiment.ExperimentReader;
import dev.varangian.core.experiment.Parsed;
import dev.varangian.core.experiment.Run;
import dev.varangian.core.record.RunFolder;
import dev.varangian.core.simulation.Preparation;
import dev.varangian.core.simulation.RoundRow;
import dev.varangian.core.simulation.RunResult;
import dev.varangian.core.simulation.Workers;
import dev.varangian.spi.ConfigurationException;
import dev.varangian.spi.DataDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A process that makes the runs it is told of on standard input, one a line, and answers on
 * standard output. It ends with its input, so that it does not outlive the process that started it.
 */
public final class WorkerMain {
  private static final long TELL_EVERY = 200_000_000L;

  private final Catalogue catalogue;
  private final RunMaker maker;
  private final PrintStream answers;
  private long told;

  private WorkerMain(Catalogue catalogue, RunMaker maker, PrintStream answers) {
    this.catalogue = catalogue;
    this.maker = maker;
    this.answers = answers;
  }

  /**
   * @param arguments the number of threads, the folder of data sets, then where plugins lie
   */
  public static void main(String[] arguments) throws InterruptedException {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // what a plugin prints is no answer
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(lines));
    reader.setDaemon(true);
    reader.start();
    List<Path> plugins = Arrays.stream(arguments).skip(2).map(Path::of).toList();
    Preparation preparation = new Preparation(new DataDirectory(Path.of(arguments[1])));
    try (Workers workers = new Workers(Integer.parseInt(arguments[0]))) {
      WorkerMain worker =
          new WorkerMain(Catalogue.discover(plugins), new RunMaker(preparation, workers), answers);
      while (true) {
        Message.parse(lines.take()).ifPresent(worker::make);
      }
    }
  }

  private static void read(BlockingQueue<String> lines) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      // As at the end of the input.
    }
    Runtime.getRuntime().halt(0);
  }

  private void answer(Message message) {
    answers.println(message.line());
  }

  private void make(Message task) {
    RunFolder folder = new RunFolder(Path.of(task.text()));
    try {
      Files.deleteIfExists(trace(folder));
      Path file = folder.path().resolve("run.yaml");
      Parsed parsed = new ExperimentReader(catalogue).read(file, List.of());
      Run run =
          parsed
              .experiment()
              .orElseThrow(
                  () -> new ConfigurationException(String.valueOf(parsed.problems().get(0))))
              .runs()
              .get(0);
      told = System.nanoTime();
      RunResult result =
          maker.make(
              folder.path().getFileName().toString(),
              run.spec(),
              Files.readString(file),
              folder,
              task.swept(),
              this::tell,
              line -> answer(Message.of(Message.Kind.NOTE, line)));
      answer(Message.finished(result.last().round(), outcome(result)));
    } catch (ConfigurationException e) {
      answer(Message.of(Message.Kind.REFUSED, String.valueOf(e.getMessage())));
    } catch (OutOfMemoryError e) {
      answer(
          Message.of(
              Message.Kind.REFUSED,
              "out of memory; fewer agents, a smaller batch size or model needs less, and fewer"
                  + " --threads or VARANGIAN_OPTS=-Xmx… leave more for each run"));
      Runtime.getRuntime().halt(1);
    } catch (IOException | RuntimeException | Error e) {
      answer(Message.of(Message.Kind.FAILED, e + trace(folder, e)));
    }
  }

  private void tell(RoundRow row) {
    if (System.nanoTime() - told >= TELL_EVERY) {
      told = System.nanoTime();
      answer(Message.round(row.round(), row.trainLoss()));
    }
  }

  private static String outcome(RunResult result) {
    if (result.divergedAt().isPresent()) {
      return "diverged in round " + result.divergedAt().getAsInt();
    }
    double accuracy = result.last().testAccuracy();
    return Double.isNaN(accuracy)
        ? String.format(Locale.ROOT, "loss %.4g", result.last().trainLoss())
        : String.format(Locale.ROOT, "accuracy %.3f", accuracy);
  }

  private static Path trace(RunFolder folder) {
    return folder.path().resolve("failure.txt");
  }

  private static String trace(RunFolder folder, Throwable e) {
    Path file = trace(folder);
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      e.printStackTrace(out);
      return " (trace: " + file + ")";
    } catch (IOException unwritable) {
      return "";
    }
  }
}
