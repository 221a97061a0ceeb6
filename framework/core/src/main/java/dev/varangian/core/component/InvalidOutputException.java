package dev.varangian.core.component;

/** A component gave what it must not; the message says what, and what was expected. */
public final class InvalidOutputException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public InvalidOutputException(String message) {
    super(message);
  }
}
