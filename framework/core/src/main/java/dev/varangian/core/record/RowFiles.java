package dev.varangian.core.record;

import dev.varangian.core.file.FloatText;
import dev.varangian.core.file.GrowingFile;
import dev.varangian.core.simulation.TimingRow;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.run.AgentRow;
import dev.varangian.spi.run.RoundRow;
import dev.varangian.spi.run.RunDescription;
import dev.varangian.spi.run.RunOutcome;
import dev.varangian.spi.run.Sink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The sink of every run: appends the rows to {@code metrics.csv} and {@code agents.csv} as the
 * rounds end, and, which no other sink does, what the rounds took to {@code timings.csv}. Only one
 * process at a time has the files open.
 */
final class RowFiles implements Sink {
  /** By file name, in the order of checkpoints. */
  static final List<String> NAMES = List.of("metrics.csv", "agents.csv", "timings.csv");

  private static final List<String> HEADERS =
      List.of(
          "round,train_loss,test_loss,test_accuracy,update_norm,honest_gradient_norm,"
              + "faulty_weight,missing",
          "round,agent,faulty,norm,weight",
          "round,gradients_ms,faults_ms,filter_ms,update_ms,evaluation_ms");

  private static final long MOMENT = 50;

  private final List<GrowingFile> files = new ArrayList<>();

  /** Whether there is no header of the rounds yet. */
  private boolean empty;

  /** Reused to avoid allocation. */
  private final StringBuilder text = new StringBuilder();

  /**
   * Opens the files of a run's folder, which exists.
   *
   * @param tries how often to try while another process has them open
   * @throws ConfigurationException if they can't be written, or another process has them open
   */
  RowFiles(Path folder, int tries) {
    try {
      for (String name : NAMES) {
        files.add(new GrowingFile(folder.resolve(name)));
      }
      awaitOthers(folder, tries);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void awaitOthers(Path folder, int tries) {
    for (int i = 1; !files.get(0).lock(); i++) {
      if (i == tries) {
        throw new ConfigurationException(folder + " is being written by another process");
      }
      try {
        Thread.sleep(MOMENT);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ConfigurationException(folder + " is being written by another process");
      }
    }
  }

  /** A run that is resumed continues the files, which {@link #cutTo} has cut back. */
  @Override
  public void begin(RunDescription run, int resumedAfter) {
    if (resumedAfter == 0) {
      restart();
    }
  }

  /** Truncates the files to their headers; {@code metrics.csv} gets its own with the first row. */
  void restart() {
    for (int i = 0; i < files.size(); i++) {
      files.get(i).cutTo(0);
      if (i > 0) {
        files.get(i).write(HEADERS.get(i) + "\n");
      }
    }
    empty = true;
  }

  /** Continues from where the files were then; returns false, and changes nothing, if it can't. */
  boolean cutTo(List<GrowingFile.Mark> marks) {
    if (marks.size() != files.size()) {
      return false;
    }
    for (int i = 0; i < files.size(); i++) {
      if (!files.get(i).beginsAs(marks.get(i))) {
        return false;
      }
    }
    for (int i = 0; i < files.size(); i++) {
      files.get(i).cutTo(marks.get(i).length());
    }
    return true;
  }

  /** Flushes all rows to disk and returns the state of the files. */
  List<GrowingFile.Mark> mark() {
    return files.stream().map(GrowingFile::mark).toList();
  }

  /** Appends a round's rows. Agents are counted from 1 in files. */
  @Override
  public void round(RoundRow round, List<AgentRow> agents) {
    if (empty) {
      text.setLength(0);
      text.append(HEADERS.get(0));
      round.metrics().keySet().forEach(column -> text.append(',').append(column));
      end(0);
      empty = false;
    }
    begin(round.round());
    cell(round.trainLoss());
    cell(round.testLoss());
    cell(round.testAccuracy());
    cell(round.updateNorm());
    cell(round.honestGradientNorm());
    cell(round.faultyWeight());
    text.append(',').append(round.missing());
    round.metrics().values().forEach(this::cell);
    end(0);
    for (AgentRow row : agents) {
      begin(row.round());
      text.append(',').append(row.agent() + 1).append(',').append(row.faulty());
      cell(row.norm());
      cell(row.weight());
      end(1);
    }
  }

  /** Appends what a round took. */
  void timing(TimingRow timing) {
    begin(timing.round());
    cell(milliseconds(timing.gradients()));
    cell(milliseconds(timing.faults()));
    cell(milliseconds(timing.filter()));
    cell(milliseconds(timing.update()));
    cell(milliseconds(timing.evaluation()));
    end(2);
  }

  @Override
  public void end(RunOutcome outcome) {
    mark();
  }

  private void begin(int round) {
    text.setLength(0);
    text.append(round);
  }

  private void cell(double value) {
    text.append(',').append(FloatText.of(value));
  }

  private void end(int file) {
    files.get(file).write(text.append('\n'));
  }

  private static double milliseconds(long nanoseconds) {
    return nanoseconds / 1e6;
  }

  @Override
  public void close() {
    files.forEach(GrowingFile::close);
  }
}
