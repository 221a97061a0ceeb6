package example.{{package}};

import dev.varangian.spi.context.Param;
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
import java.util.Locale;

/**
 * Appends one line of JSON for each round to a file in the folder of the run.
 *
 * <p>A start: send the rows where you need them.
 */
public final class {{class}} implements Sink {

  /** The parameters of {@code {{name}}}. */
  public record Parameters(
      @Param(value = "the name of the file in the folder of the run", defaultValue = "rounds.jsonl")
          String file) {}

  private final Parameters parameters;
  private Path file = Path.of("");

  @Inject
  {{class}}(Parameters parameters) {
    this.parameters = parameters;
  }

  /** Drops the lines after the checkpoint of a resumed run, whose rounds are executed again. */
  @Override
  public void begin(RunDescription run, int resumedAfter) {
    file = run.folder().resolve(parameters.file());
    try {
      List<String> before = Files.exists(file) ? Files.readAllLines(file) : List.of();
      Files.write(file, before.subList(0, Math.min(resumedAfter, before.size())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a round; NaN stands for what was not measured. */
  @Override
  public void round(RoundRow round, List<AgentRow> agents) {
    String loss = Double.isFinite(round.trainLoss()) ? Double.toString(round.trainLoss()) : "null";
    String line =
        String.format(Locale.ROOT, "{\"round\": %d, \"train_loss\": %s}", round.round(), loss);
    try {
      Files.write(file, List.of(line), StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void end(RunOutcome outcome) {}
}
