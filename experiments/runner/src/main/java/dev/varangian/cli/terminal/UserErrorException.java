package dev.varangian.cli.terminal;

import java.util.List;

/** What the user has to mend, in one line each: the command prints them and exits with 2. */
public final class UserErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> lines;

  public UserErrorException(String line) {
    this(List.of(line));
  }

  public UserErrorException(List<String> lines) {
    super(String.join("; ", lines));
    this.lines = List.copyOf(lines);
  }

  public List<String> lines() {
    return lines;
  }
}
