package dev.varangian.cli;

/** Some runs of a grid failed, each of which was told of; the others are recorded. */
final class FailedRunsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FailedRunsException(String message) {
    super(message);
  }
}
