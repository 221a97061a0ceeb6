package dev.varangian.core.simulation;

/** A component gave what it must not; the message says what, and what was expected. */
final class UnfitException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  UnfitException(String message) {
    super(message);
  }
}
