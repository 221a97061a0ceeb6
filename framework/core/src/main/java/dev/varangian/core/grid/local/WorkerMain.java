package dev.varangian.core.grid.local;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.plugin.ForeignExit;
import dev.varangian.core.component.Calls;
import dev.varangian.core.component.ComponentException;
import dev.varangian.core.experiment.Run;
import dev.varangian.core.experiment.reading.ExperimentReader;
import dev.varangian.core.experiment.reading.Parsed;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.record.RunFolder;
import dev.varangian.core.simulation.RunResult;
import dev.varangian.core.wiring.Preparation;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.run.RoundRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that makes the runs it is told of on standard input, one a line, and answers on
 * standard output. It ends with its input, so that it does not outlive the process that started it,
 * and when its run makes no round for too long.
 */
public final class WorkerMain {
  private static final long TELL_EVERY = 200_000_000L;

  /** What comes before the places of plugins among the arguments. */
  private static final int FIRST_ARGUMENTS = 3;

  /** A thread that never reaches a safepoint can't be traced. */
  private static final long TRACE_MS = 2000;

  private final Catalogue catalogue;
  private final RunMaker maker;
  private final Calls calls;
  private final PrintStream answers;
  private final Duration limit;
  private final Watch watch;
  private volatile RunFolder folder = new RunFolder(Path.of(""));
  private long told;

  private WorkerMain(
      Catalogue catalogue,
      Preparation preparation,
      ThreadTeam workers,
      Duration limit,
      PrintStream answers) {
    this.catalogue = catalogue;
    this.maker = new RunMaker(preparation, workers);
    this.calls = preparation.calls();
    this.answers = answers;
    this.limit = limit;
    this.watch = new Watch(limit, this::giveUp);
    watch.start();
  }

  /**
   * @param arguments the number of threads, the folder of data sets, how many nanoseconds a run may
   *     go without ending a round, then where plugins lie
   */
  public static void main(String[] arguments) throws InterruptedException {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // what a plugin prints is no answer
    InputStream tasks = System.in;
    System.setIn(InputStream.nullInputStream()); // nor may it read or close what brings the tasks
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(tasks, lines));
    reader.setDaemon(true);
    reader.start();
    List<Path> plugins = Arrays.stream(arguments).skip(FIRST_ARGUMENTS).map(Path::of).toList();
    Preparation preparation = new Preparation(new DataDirectory(Path.of(arguments[1])));
    Duration limit = Duration.ofNanos(Long.parseLong(arguments[2]));
    Calls calls = preparation.calls();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(calls, answers)));
    try (ThreadTeam workers = new ThreadTeam(Integer.parseInt(arguments[0]))) {
      WorkerMain worker =
          new WorkerMain(Catalogue.discover(plugins), preparation, workers, limit, answers);
      while (true) {
        Message.parse(lines.take()).ifPresent(worker::make);
      }
    }
  }

  /** As by a plugin's System.exit, of which else no more than the exit code would be known. */
  private static void end(Calls calls, PrintStream answers) {
    ForeignExit.underWay()
        .ifPresent(
            exit -> {
              String message =
                  calls
                      .of(exit.thread())
                      .map(call -> call + " " + exit.complaint())
                      .orElseGet(exit::toString);
              answers.println(Message.of(Message.Kind.REFUSED, message).line());
              endNow(1);
            });
    endStarted();
  }

  private static void read(InputStream tasks, BlockingQueue<String> lines) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(tasks, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      // As at the end of the input.
    }
    endNow(0);
  }

  /** Ends this process, whatever its threads do. */
  private static void endNow(int code) {
    endStarted();
    Runtime.getRuntime().halt(code);
  }

  /** Ends the processes that plugins have started in this one, which would outlive it. */
  private static void endStarted() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  private void answer(Message message) {
    answers.println(message.line());
  }

  /** Answers what became of the run; the watch has nothing to say of it any more. */
  private synchronized void end(Message message) {
    watch.rest();
    answer(message);
  }

  private void make(Message task) {
    folder = new RunFolder(Path.of(task.text()));
    watch.sign();
    try {
      new Trace(folder).clear();
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
      end(Message.finished(result.last().round(), outcome(result)));
    } catch (ConfigurationException e) {
      end(Message.of(Message.Kind.REFUSED, String.valueOf(e.getMessage())));
    } catch (ComponentException e) {
      end(Message.of(kind(e.foreign()), e.getMessage() + new Trace(folder).write(e)));
    } catch (OutOfMemoryError e) {
      end(
          Message.of(
              Message.Kind.REFUSED,
              "out of memory; fewer agents, a smaller batch size or model needs less, and fewer"
                  + " --threads or VARANGIAN_OPTS=-Xmx… leave more for each run"));
      endNow(1);
    } catch (IOException | RuntimeException | Error e) {
      end(Message.of(Message.Kind.FAILED, e + new Trace(folder).write(e)));
    }
  }

  /** What a third party's component does is the user's to mend. */
  private static Message.Kind kind(boolean foreign) {
    return foreign ? Message.Kind.REFUSED : Message.Kind.FAILED;
  }

  private void tell(RoundRow row) {
    watch.sign();
    if (System.nanoTime() - told >= TELL_EVERY) {
      told = System.nanoTime();
      answer(Message.round(row.round(), row.trainLoss()));
    }
  }

  /** Says what holds the run up, and ends this process, since nothing else ends a loop in it. */
  private synchronized void giveUp() {
    if (!watch.isBusy()) {
      return; // it has ended since
    }
    Optional<Calls.Call> call = calls.longest();
    String silence = "no round ended within " + Seconds.of(limit) + " (--limit changes that)";
    String message =
        call.map(c -> c + " holds it up: " + silence)
            .orElse(
                silence + "; no component was at work, so the machine is busy or the run large");
    String trace = call.map(c -> trace(message, c.thread())).orElse("");
    answer(Message.of(kind(call.isPresent() && call.get().foreign()), message + trace));
    endNow(1);
  }

  private String trace(String message, Thread thread) {
    CompletableFuture<String> trace =
        CompletableFuture.supplyAsync(() -> new Trace(folder).write(message, thread));
    try {
      return trace.get(TRACE_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      return "";
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
}
