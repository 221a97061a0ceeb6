package example.centeredclipping;

import dev.varangian.spi.run.AgentRow;
import dev.varangian.spi.run.RoundRow;
import dev.varangian.spi.run.RunDescription;
import dev.varangian.spi.run.RunOutcome;
import dev.varangian.spi.run.Sink;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Appends each round as a line of JSON to {@code rounds.jsonl} in the run's folder. */
public final class JsonLines implements Sink {
  private Path file = Path.of("rounds.jsonl");

  @Inject
  JsonLines() {}

  /** Keeps the lines of the rounds before those to come. */
  @Override
  public void begin(RunDescription run, int resumedAfter) {
    file = run.folder().resolve("rounds.jsonl");
    try {
      List<String> kept = resumedAfter > 0 ? Files.readAllLines(file) : List.of();
      Files.write(file, kept.subList(0, Math.min(resumedAfter, kept.size())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void round(RoundRow round, List<AgentRow> agents) {
    String line =
        "{\"round\": %d, \"train_loss\": %s, \"test_accuracy\": %s}\n"
            .formatted(round.round(), json(round.trainLoss()), json(round.testAccuracy()));
    try {
      Files.writeString(file, line, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "null";
  }

  @Override
  public void end(RunOutcome outcome) {}
}
