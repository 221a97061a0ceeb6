package dev.varangian.core.grid.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.varangian.spi.run.ResolvedRun;
import dev.varangian.spi.run.RoundRow;
import dev.varangian.spi.run.RunOutcome;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A message between processes, one line each: a run sent to a worker, or the worker's report on a
 * run.
 *
 * @param kind the kind of message
 * @param text for {@link Kind#RUN} the folder; for a note the line; for a failure the reason
 * @param yaml for {@link Kind#RUN}
 * @param swept for {@link Kind#RUN}
 * @param row for {@link Kind#ROUND} its row; for {@link Kind#FINISHED} the last row
 * @param bestTestAccuracy for {@link Kind#FINISHED}
 * @param divergedAt for {@link Kind#FINISHED}; 0 if the run did not diverge
 * @param internal for {@link Kind#FAILED}: whether it is an internal error
 */
record Message(
    Kind kind,
    String text,
    String yaml,
    Map<String, String> swept,
    @Nullable RoundRow row,
    double bestTestAccuracy,
    int divergedAt,
    boolean internal) {
  private static final JsonMapper JSON = new JsonMapper();

  /** The longest failure text; of a longer one, the beginning and the end are kept. */
  private static final int LONGEST_TEXT = 4000;

  private static final int KEPT_OF_EACH = 1900;

  enum Kind {
    RUN,
    STARTED,
    NOTE,
    ROUND,
    FINISHED,
    FAILED
  }

  private static Message of(Kind kind, String text) {
    return new Message(kind, text, "", Map.of(), null, Double.NaN, 0, false);
  }

  static Message run(ResolvedRun run) {
    String folder = run.description().folder().toString();
    return new Message(
        Kind.RUN, folder, run.yaml(), run.description().swept(), null, Double.NaN, 0, false);
  }

  static Message started() {
    return of(Kind.STARTED, "");
  }

  static Message note(String line) {
    return of(Kind.NOTE, line);
  }

  static Message round(RoundRow row) {
    return new Message(Kind.ROUND, "", "", Map.of(), row, Double.NaN, 0, false);
  }

  static Message finished(RunOutcome outcome) {
    return new Message(
        Kind.FINISHED,
        "",
        "",
        Map.of(),
        outcome.last(),
        outcome.bestTestAccuracy(),
        outcome.divergedAt().orElse(0),
        false);
  }

  static Message failed(String reason, boolean internal) {
    int length = reason.length();
    String shown =
        length > LONGEST_TEXT
            ? reason.substring(0, KEPT_OF_EACH) + " … " + reason.substring(length - KEPT_OF_EACH)
            : reason;
    return new Message(Kind.FAILED, shown, "", Map.of(), null, Double.NaN, 0, internal);
  }

  /** The outcome of a {@link Kind#FINISHED} message. */
  RunOutcome outcome(RoundRow last) {
    return new RunOutcome(
        last, bestTestAccuracy, divergedAt > 0 ? OptionalInt.of(divergedAt) : OptionalInt.empty());
  }

  String line() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Parses a line; empty if it is not a message. A line that a plugin prints may look like one by
   * chance.
   */
  static Optional<Message> parse(String line) {
    try {
      return Optional.ofNullable(JSON.readValue(line, Message.class)).filter(Message::isWhole);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("RedundantNullCheck") // any of them may be missing in a line
  private boolean isWhole() {
    boolean needsRow = kind == Kind.ROUND || kind == Kind.FINISHED;
    return kind != null
        && text != null
        && yaml != null
        && swept != null
        && (row != null || !needsRow);
  }
}
