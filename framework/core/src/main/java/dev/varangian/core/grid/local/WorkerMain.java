package dev.varangian.core.grid.local;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.grid.ReceivedRuns;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.run.EngineListener;
import dev.varangian.spi.run.ResolvedRun;
import dev.varangian.spi.run.RoundRow;
import dev.varangian.spi.run.RunOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A worker process. It receives runs on standard input, one per line, executes them, and reports on
 * standard output. It exits at the end of its input, so it does not outlive the process that
 * started it.
 */
public final class WorkerMain {
  private static final long REPORT_EVERY = 200_000_000L;

  /** The number of arguments before the locations of plugins. */
  private static final int FIRST_ARGUMENTS = 2;

  private WorkerMain() {}

  /**
   * @param arguments the number of threads, the folder of data sets, then the locations of plugins
   */
  public static void main(String[] arguments) throws InterruptedException {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // what a plugin prints is not a message
    InputStream input = System.in;
    System.setIn(InputStream.nullInputStream()); // a plugin must not read or close the input
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(input, lines));
    reader.setDaemon(true);
    reader.start();
    Runtime.getRuntime().addShutdownHook(new Thread(WorkerMain::endStarted));
    List<Path> plugins = Arrays.stream(arguments).skip(FIRST_ARGUMENTS).map(Path::of).toList();
    try (ThreadTeam threads = new ThreadTeam(Integer.parseInt(arguments[0]))) {
      ReceivedRuns runs =
          new ReceivedRuns(
              Catalogue.discover(plugins), new DataDirectory(Path.of(arguments[1])), threads);
      Answers listener = new Answers(answers);
      while (true) {
        Message.parse(lines.take()).ifPresent(message -> execute(runs, message, listener));
      }
    }
  }

  private static void execute(ReceivedRuns runs, Message message, Answers listener) {
    listener.answer(Message.started());
    ResolvedRun run;
    try {
      run = runs.of(message.yaml(), Path.of(message.text()), message.swept());
    } catch (ConfigurationException e) {
      listener.answer(Message.failed(String.valueOf(e.getMessage()), false));
      return;
    }
    run.execute(listener);
  }

  private static void read(InputStream input, BlockingQueue<String> lines) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      // Same as the end of the input.
    }
    endStarted();
    Runtime.getRuntime().halt(0); // whatever other threads are doing
  }

  /** Terminates the processes that plugins have started from this one, which would outlive it. */
  private static void endStarted() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  /** Sends the reports on a run to the process that sent the run. */
  private static final class Answers implements EngineListener {
    private final PrintStream out;
    private long reported;

    Answers(PrintStream out) {
      this.out = out;
    }

    void answer(Message message) {
      out.println(message.line());
    }

    @Override
    public void note(ResolvedRun run, String line) {
      answer(Message.note(line));
    }

    @Override
    public void printed(String line) {
      System.err.println(line);
    }

    @Override
    public void round(ResolvedRun run, RoundRow row) {
      if (System.nanoTime() - reported >= REPORT_EVERY) {
        reported = System.nanoTime();
        answer(Message.round(row));
      }
    }

    @Override
    public void finished(ResolvedRun run, RunOutcome outcome) {
      answer(Message.finished(outcome));
    }

    @Override
    public void failed(ResolvedRun run, String reason, boolean internal) {
      answer(Message.failed(reason, internal));
    }
  }
}
