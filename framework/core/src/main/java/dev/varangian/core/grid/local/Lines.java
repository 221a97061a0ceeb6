package dev.varangian.core.grid.local;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The lines of what a process prints. One that is too long for the memory of whoever reads it comes
 * in pieces.
 */
final class Lines {
  /** More than any message has. */
  static final int LONGEST = 1 << 16;

  private final Reader reader;
  private boolean afterReturn;

  /**
   * @param reader one that reads ahead
   */
  Lines(Reader reader) {
    this.reader = reader;
  }

  /** The next line without its end, or a piece of it; null if there is none. */
  @Nullable String next() throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.length() < LONGEST) {
      int letter = reader.read();
      boolean secondOfTwo = letter == '\n' && afterReturn;
      afterReturn = letter == '\r';
      if (letter < 0) {
        return line.isEmpty() ? null : line.toString();
      }
      if (secondOfTwo) {
        continue;
      }
      if (letter == '\n' || letter == '\r') {
        break;
      }
      line.append((char) letter);
    }
    return line.toString();
  }
}
