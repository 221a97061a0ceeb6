package dev.varangian.core.component;

/** A component returned something invalid; the message states what it was and what was expected. */
public final class InvalidOutputException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public InvalidOutputException(String message) {
    super(message);
  }
}
