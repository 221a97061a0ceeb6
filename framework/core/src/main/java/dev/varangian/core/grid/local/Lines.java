package dev.varangian.core.grid.local;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The lines that a process prints. A very long line is returned in pieces, to limit the reader's
 * memory.
 */
final class Lines {
  /** Longer than any message. */
  static final int LONGEST = 1 << 16;

  private final Reader reader;
  private boolean afterReturn;

  /**
   * @param reader a buffered reader
   */
  Lines(Reader reader) {
    this.reader = reader;
  }

  /** The next line without its terminator, or a piece of it; null at the end. */
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
