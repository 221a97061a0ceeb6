package dev.varangian.cli.commands;

/** Some runs of a grid failed, each of which was told of; the others are recorded. */
public final class FailedRunsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean users;

  /**
   * @param users whether all causes are the user's to mend
   */
  public FailedRunsException(String message, boolean users) {
    super(message);
    this.users = users;
  }

  public boolean users() {
    return users;
  }
}
