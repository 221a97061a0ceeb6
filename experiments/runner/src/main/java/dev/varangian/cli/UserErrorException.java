package dev.varangian.cli;

import java.util.List;

/** What the user has to mend, in one line each: the command prints them and exits with 2. */
final class UserErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> lines;

  UserErrorException(String line) {
    this(List.of(line));
  }

  UserErrorException(List<String> lines) {
    super(String.join("; ", lines));
    this.lines = List.copyOf(lines);
  }

  List<String> lines() {
    return lines;
  }
}
