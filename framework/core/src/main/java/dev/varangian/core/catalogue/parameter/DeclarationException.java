package dev.varangian.core.catalogue.parameter;

/** Signals that a component's declaration is invalid; its author has to fix it. */
public final class DeclarationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public DeclarationException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Returns what is wrong. */
  public String reason() {
    return reason;
  }
}
