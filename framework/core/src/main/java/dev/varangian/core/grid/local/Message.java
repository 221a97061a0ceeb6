package dev.varangian.core.grid.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.varangian.core.grid.RunTask;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line that passes between the processes: to a worker the task, from it what became of it.
 *
 * @param kind what it says
 * @param text a folder, a reason, an outcome or a line for the user
 * @param round of {@link Kind#ROUND}; of {@link Kind#FINISHED} the last
 * @param loss of {@link Kind#ROUND}
 * @param swept of {@link Kind#TASK}
 */
record Message(Kind kind, String text, int round, double loss, Map<String, String> swept) {
  private static final JsonMapper JSON = new JsonMapper();

  /** What a plugin says of its failure may have any length; of more, begin and end are kept. */
  private static final int LONGEST_TEXT = 4000;

  private static final int KEPT_OF_EACH = 1900;

  enum Kind {
    TASK,
    NOTE,
    ROUND,
    FINISHED,
    /** By what the user can mend. */
    REFUSED,
    FAILED
  }

  static Message task(RunTask task) {
    return new Message(Kind.TASK, task.folder().toString(), 0, 0, task.swept());
  }

  static Message round(int round, double loss) {
    return new Message(Kind.ROUND, "", round, loss, Map.of());
  }

  static Message finished(int rounds, String outcome) {
    return new Message(Kind.FINISHED, outcome, rounds, 0, Map.of());
  }

  static Message of(Kind kind, String text) {
    int length = text.length();
    String shown =
        length > LONGEST_TEXT
            ? text.substring(0, KEPT_OF_EACH) + " … " + text.substring(length - KEPT_OF_EACH)
            : text;
    return new Message(kind, shown, 0, 0, Map.of());
  }

  String line() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empty if the line is no message, which what a plugin prints may be by chance. */
  static Optional<Message> parse(String line) {
    try {
      return Optional.ofNullable(JSON.readValue(line, Message.class))
          .filter(message -> isWhole(message.kind(), message.text(), message.swept()));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static boolean isWhole(
      @Nullable Kind kind, @Nullable String text, @Nullable Map<String, String> swept) {
    return kind != null && text != null && swept != null;
  }
}
